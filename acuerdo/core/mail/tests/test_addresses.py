"""Addresses in headers, and what their parts say."""

import pytest

from acuerdo.core.mail import Address, addresses, answers_nobody, domain, is_free, normal, tag, without_tag


@pytest.mark.parametrize(
    ("written", "name", "email"),
    [
        ("marcela@cafe.example", "", "marcela@cafe.example"),
        ("Marcela <Marcela@CAFE.example>", "Marcela", "marcela@cafe.example"),
        ('"Gómez, Marcela" <m@cafe.example>', "Gómez, Marcela", "m@cafe.example"),
        ("m@cafe.example (Marcela Gómez)", "Marcela Gómez", "m@cafe.example"),
        ("=?iso-8859-1?Q?G=F3mez=2C_Marcela?= <m@cafe.example>", "Gómez, Marcela", "m@cafe.example"),
        ('"soporte@banco.example" <ladron@otro.example>', "soporte@banco.example", "ladron@otro.example"),
        ("Marcela < m@cafe.example . >", "Marcela", "m@cafe.example"),
        ("<mailto:m@cafe.example>", "", "m@cafe.example"),
        ("m@peña.example", "", "m@peña.example"),
    ],
)
def test_one_mailbox_however_it_is_written(written: str, name: str, email: str) -> None:
    assert addresses(written) == (Address(name, email),)


def test_a_list_with_groups_and_nonsense_gives_its_addresses() -> None:
    written = "Equipo: Ana <a@x.co>, b@x.co; undisclosed-recipients:;, sin arroba, <>, @x.co, c@, d@x..co"

    assert [each.email for each in addresses(written)] == ["a@x.co", "b@x.co"]


@pytest.mark.parametrize("written", ["", "a b@x.co@y", "a@", "@b", "a@.co", "a@b..co", "x" * 300 + "@b.co"])
def test_what_is_no_address_is_empty(written: str) -> None:
    assert normal(written) == ""


def test_the_parts_of_an_address() -> None:
    assert domain("Ana@Cafe.EXAMPLE") == "cafe.example"
    assert domain("sin arroba") == ""
    assert tag("soporte+c12-ab@desk.example") == "c12-ab"
    assert without_tag("soporte+c12-ab@desk.example") == "soporte@desk.example"


@pytest.mark.parametrize("name", ["gmail.com", "Hotmail.com", "hotmail.es", "yahoo.com.co", "outlook.com", "live.com.mx", "icloud.com"])
def test_a_domain_where_anybody_has_a_mailbox_is_free(name: str) -> None:
    assert is_free(name)


@pytest.mark.parametrize("name", ["cafe.example", "outlook.cafe.example", "gmail.cafe.example", "yahoo", ""])
def test_a_domain_of_ones_own_is_not(name: str) -> None:
    assert not is_free(name)


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@x.co",
        "noreply+a@x.co",
        "no_responder@x.co",
        "NoResponda@x.co",
        "MAILER-DAEMON@x.co",
        "bounces+12@x.co",
        "ventas-noreply@x.co",
    ],
)
def test_an_address_that_nobody_reads_says_so(address: str) -> None:
    assert answers_nobody(address)


@pytest.mark.parametrize("address", ["marcela@x.co", "norte@x.co", "responder@x.co", ""])
def test_another_address_is_read(address: str) -> None:
    assert not answers_nobody(address)
