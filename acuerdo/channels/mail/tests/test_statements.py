"""What a mail costs the database is a promise too: each statement is paid a hundred thousand times a day (design/performance.md)."""

from acuerdo.channels.mail.tests.letters import letter, take

PICTURE = ("pantalla.png", "image/png", b"\x89PNG\r\n\x1a\n")


def test_a_mail_with_a_file_becomes_a_case_in_nineteen_statements(diana, now, django_assert_num_queries):
    take(letter(), at=now)  # reads the manual, once a process

    # The message kept, a savepoint; person, contact, contracts; file; manual, number; message, its file; the words it is found by;
    # the rules that place it; event with detail and reactions, who watches, jobs; clocks; case; the savepoint; what became of the message.
    with django_assert_num_queries(19):
        kept = take(letter(message_id="<2@santa-aurelia.example>", files=[PICTURE]), at=now)

    assert (kept.outcome, kept.ticket.clocks.count(), kept.ticket.messages.get().files.count()) == ("opened", 2, 1)


def test_a_mail_joins_its_case_in_one_less(diana, now, django_assert_num_queries):
    take(letter(), at=now)

    # No file, no number, no version of the manual and no rules; but the case it answers is looked for, held, and its log and clocks read.
    with django_assert_num_queries(18):
        kept = take(letter("Re: El IVR", message_id="<2@santa-aurelia.example>", answers="<1@santa-aurelia.example>"), at=now)

    assert kept.outcome == "joined"
