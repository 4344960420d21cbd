"""What delivery reports say."""

from acuerdo.core.mail import Bounced, bounced_message_id, bounced_recipients, is_bounce, read

REPORT = b"""Return-Path: <>
From: MAILER-DAEMON@mx.cafe.example (Mail Delivery System)
To: soporte+c12-abc@proware.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="X"

--X
Content-Type: text/plain

I'm sorry to have to inform you.
--X
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.cafe.example

Final-Recipient: rfc822; interno@cafe.example
Original-Recipient: rfc822;Marcela@Cafe.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <interno@cafe.example>: no existe
 ese buz\xc3\xb3n

Final-Recipient: rfc822; lento@cafe.example
Action: delayed
Status: 4.4.1

--X
Content-Type: text/rfc822-headers

From: soporte@proware.example
Message-ID: <caso.12.tokentoken@proware.example>
Subject: Recibimos su caso 12

--X--
"""

EXIM = b"""From: Mail Delivery System <Mailer-Daemon@mx.example>
Subject: Mail delivery failed
X-Failed-Recipients: uno@cafe.example, dos@cafe.example
In-Reply-To: <caso.12.tokentoken@proware.example>

A message could not be delivered: 550 5.7.1 rejected
"""

QMAIL = b"""Return-Path: <>
From: MAILER-DAEMON@qmail.example
Subject: failure notice

Hi. This is the qmail-send program at qmail.example.

<marcela@cafe.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Message-ID: <caso.12.tokentoken@proware.example>
From: soporte@proware.example
"""


def test_a_report_says_who_failed_why_and_who_is_only_late() -> None:
    failed, late = bounced_recipients(read(REPORT))

    assert failed == Bounced(
        "marcela@cafe.example",
        "failed",
        "5.1.1",
        "550 5.1.1 <interno@cafe.example>: no existe ese buzón",
    )
    assert failed.failed
    assert (late.address, late.action, late.status, late.failed) == ("lento@cafe.example", "delayed", "4.4.1", False)


def test_every_kind_of_report_names_the_message_it_is_about_and_is_a_bounce() -> None:
    for raw in (REPORT, EXIM, QMAIL):
        assert is_bounce(read(raw))
        assert bounced_message_id(read(raw)) == "<caso.12.tokentoken@proware.example>"


def test_exim_names_its_recipients_in_a_field() -> None:
    found = bounced_recipients(read(EXIM))

    assert [each.address for each in found] == ["uno@cafe.example", "dos@cafe.example"]
    assert {each.status for each in found} == {"5.7.1"}


def test_an_old_server_says_it_in_words() -> None:
    (found,) = bounced_recipients(read(QMAIL))

    assert (found.address, found.status, found.failed) == ("marcela@cafe.example", "5.1.1", True)
    assert found.diagnostic.startswith("Sorry")


def test_the_returned_message_may_come_whole() -> None:
    whole = REPORT.replace(b"text/rfc822-headers\n", b"message/rfc822\nContent-Transfer-Encoding: 7bit\n")

    assert bounced_message_id(read(whole)) == "<caso.12.tokentoken@proware.example>"


def test_a_report_that_says_nothing_gives_nothing() -> None:
    empty = read(b"From: mailer-daemon@x.co\nSubject: fallo\n\nlo sentimos")

    assert bounced_recipients(empty) == ()
    assert bounced_message_id(empty) == ""
