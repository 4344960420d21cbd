"""What a mail server said, as people read it."""

from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

import pytest

from acuerdo.notifications.replies import in_words

TO = "diana@santa-aurelia.example"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (SMTPRecipientsRefused({TO: (550, "5.1.1 No existe\r\n el buzón".encode())}), "550 5.1.1 No existe el buzón"),
        (SMTPRecipientsRefused({TO: (550, b"no"), "otro@x.example": (550, b"no")}), "550 no"),
        (SMTPSenderRefused(553, b"5.7.1 not yours", "soporte@x.example"), "553 5.7.1 not yours"),
        (SMTPDataError(554, b"\xff\x00spam"), "554 \ufffdspam"),
        (ConnectionRefusedError(111, "Connection refused"), "ConnectionRefusedError: [Errno 111] Connection refused"),
        (ValueError("'x' is nobody's address"), "'x' is nobody's address"),
    ],
)
def test_a_reply_is_kept_as_the_server_said_it(trouble, words):
    assert in_words(trouble) == words
