"""Which case a letter belongs to."""

import pytest

from acuerdo.core.mail import (
    JoinCandidate,
    Sign,
    bare,
    is_forward,
    join_candidates,
    new_message_id,
    number_in_subject,
    read,
    references,
    sign,
    signed_ticket,
)
from acuerdo.core.mail.tests.messages import PLAIN, with_header, without

KEY = b"clave de la mesa"
ADDRESS = sign("soporte@proware.example", 123, KEY)


def test_the_nearest_message_is_asked_for_first_and_each_once() -> None:
    letter = read(with_header(b"In-Reply-To: <c@x>", b"References: <a@x> <b@x> <c@x>"))

    assert references(letter) == ("<c@x>", "<b@x>", "<a@x>")


def test_signs_come_in_order_of_how_sure_they_are() -> None:
    letter = read(
        with_header(
            b"In-Reply-To: <a@x>",
            b"Cc: " + ADDRESS.encode(),
            b"Subject: Re: [#77] caso 78",
            raw=without(b"Subject"),
        )
    )

    assert join_candidates(letter, key=KEY) == (
        JoinCandidate(Sign.REFERENCE, message_id="<a@x>"),
        JoinCandidate(Sign.ADDRESS, number=123),
        JoinCandidate(Sign.SUBJECT, number=77),
    )


def test_the_envelope_names_the_case_where_the_header_hides_it() -> None:
    assert join_candidates(read(PLAIN), key=KEY, recipients=[ADDRESS]) == (JoinCandidate(Sign.ADDRESS, number=123),)
    delivered = read(with_header(b"Delivered-To: " + ADDRESS.upper().encode()))
    assert join_candidates(delivered, key=KEY) == (JoinCandidate(Sign.ADDRESS, number=123),)


def test_a_message_that_shows_nothing_has_no_candidates() -> None:
    assert join_candidates(read(PLAIN), key=KEY) == ()


def test_a_signed_address_gives_its_case_back_whatever_became_of_its_capitals() -> None:
    assert ADDRESS.startswith("soporte+c123-")
    assert ADDRESS.endswith("@proware.example")
    assert signed_ticket(ADDRESS, KEY) == 123
    assert signed_ticket(f"<{ADDRESS.upper()}>", KEY) == 123


def test_an_address_signed_before_a_move_to_another_mailbox_still_counts() -> None:
    moved = ADDRESS.replace("soporte", "ayuda").replace("proware.example", "otra.example")

    assert signed_ticket(moved, KEY) == 123


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS.replace("c123", "c124"),
        ADDRESS.replace("c123", "c0123"),
        ADDRESS[:-17] + "a" + ADDRESS[-16:] + "x",
        "soporte+c123@proware.example",
        "soporte+c123-@proware.example",
        "soporte+c99999999999-aaaaaaaaaa@proware.example",
        "soporte@proware.example",
        "",
    ],
)
def test_an_address_nobody_signed_gives_no_case(address: str) -> None:
    assert signed_ticket(address, KEY) is None


def test_another_desks_key_does_not_open_the_address() -> None:
    assert signed_ticket(ADDRESS, b"otra mesa") is None


def test_signing_a_tagged_mailbox_replaces_its_tag() -> None:
    assert sign("Soporte+ventas@proware.example", 123, KEY) == ADDRESS


@pytest.mark.parametrize(("mailbox", "number"), [("soporte", 1), ("a" * 60 + "@x.co", 1), ("a@x.co", 0), ("a@x.co", -3)])
def test_an_address_that_could_not_be_read_back_is_not_signed(mailbox: str, number: int) -> None:
    with pytest.raises(ValueError, match="no reply address"):
        sign(mailbox, number, KEY)


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("RE: [#123] No abre", 123),
        ("Recibimos su caso 20418: El reporte no abre", 20418),
        ("Re: Solución a su CASO #184203: copago", 184203),
        ("caso n.º 12", 12),
        ("[#5] antes que caso 6", 5),
        ("No abre el caso", None),
        ("Pedido #123", None),
        ("Factura [123]", None),
        ("Caso 123/2026 del juzgado", None),
        ("caso 12.345", None),
        ("caso 123-45", None),
        ("caso 12ab", None),
        ("fracaso 12", None),
        ("caso 0", None),
        ("caso 99999999999999", None),
        ("", None),
    ],
)
def test_the_number_in_a_subject_is_ours_or_none(subject: str, number: int | None) -> None:
    assert number_in_subject(subject) == number


def test_a_desk_may_have_a_prefix_of_its_own() -> None:
    assert number_in_subject("Re: [PRO-123] No abre", prefix="PRO-") == 123
    assert number_in_subject("Re: [#123] No abre", prefix="PRO-") is None


def test_a_subject_is_laid_bare_and_a_forward_known() -> None:
    assert bare("RE: Rv: [EXTERNO] Re[2]: No abre") == "No abre"
    assert bare("Reporte: no abre") == "Reporte: no abre"
    assert is_forward("RV: factura")
    assert not is_forward("Re: RV: factura")


def test_a_message_id_of_ours_reads_back_as_it_was_stored() -> None:
    made = new_message_id("Proware.localhost:8000", 123, "aB3_-xyz9")

    assert made == "<caso.123.aB3_-xyz9@proware.localhost>"
    assert read(f"In-Reply-To: {made}\n\n".encode()).in_reply_to == (made,)


@pytest.mark.parametrize(
    ("host", "number", "token"),
    [("", 1, "abcdefgh"), ("x.co", 0, "abcdefgh"), ("x.co", 1, "corto"), ("x\r\n.co", 1, "abcdefgh"), ("x.co", 1, "con espacio")],
)
def test_what_is_no_identifier_is_refused(host: str, number: int, token: str) -> None:
    with pytest.raises(ValueError, match="no Message-ID"):
        new_message_id(host, number, token)
