"""What stood in the way of a mail, as a person reads it: a mail server's own words, without the dress of a program."""

from smtplib import SMTPRecipientsRefused, SMTPResponseException


def in_words(trouble: Exception) -> str:
    """A server's reply with its code (RFC 5321 §4.2), each once; our own words as they are; anything else with its kind."""
    if isinstance(trouble, SMTPRecipientsRefused):
        return "; ".join(dict.fromkeys(reply(code, said) for code, said in trouble.recipients.values()))
    if isinstance(trouble, SMTPResponseException):
        return reply(trouble.smtp_code, trouble.smtp_error)
    return str(trouble) if isinstance(trouble, ValueError) else f"{type(trouble).__name__}: {trouble}"


def reply(code: int, said: bytes | str) -> str:
    """One reply in a line. Servers write what they like: bytes that are no text become a mark."""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return " ".join(f"{code} {text}".replace("\x00", "").split())
