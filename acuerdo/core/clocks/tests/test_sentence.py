"""What people read: natural Spanish (usted) and English."""

from acuerdo.core.clocks import explain, fold, sentence
from acuerdo.core.clocks.tests.manual import AMPLIADO, CONTINUO, RESPONSE, SILENCE, SOLUTION, Manual, at, log, rule

DAYS = Manual((SOLUTION,), {"solution": "< 2 business days"}, AMPLIADO, printed="< 2 días hábiles")
SIX = Manual((RESPONSE,), {"response": "< 6 business hours"}, AMPLIADO, printed="< 6 horas")
NATURAL = Manual((SOLUTION,), {"solution": "72 hours"}, CONTINUO)
WAITING = ("12-07 20:00 opened", "12-09 09:00 responded", "12-09 09:00 status waiting_customer")


def said(now: str, manual: Manual, *lines: str, language: str = "es", reader: str = "customer") -> str:
    clock = fold(log(*lines), manual, at(now))[-1]
    return sentence(explain(clock, manual, at(now)), language, reader)


def test_a_waiting_clock_says_what_counted_what_did_not_and_what_an_answer_would_do() -> None:
    assert said("12-15 12:00", DAYS, *WAITING) == (
        "solution: «< 2 días hábiles» (EJ-T1). Ha contado 1 h, el lunes 7 de 20:00 a 21:00; el martes 8 fue festivo "
        "(Inmaculada Concepción) y desde el miércoles 9 a las 9:00 esperamos su respuesta. "
        "Si usted responde ahora, el plazo vencerá el jueves 17 de diciembre a las 11:00."
    )


def test_the_desk_reads_of_the_customer() -> None:
    assert said("12-15 12:00", DAYS, *WAITING, reader="desk").endswith(
        "y desde el miércoles 9 a las 9:00 espera al cliente. Si responde ahora, vencerá el jueves 17 de diciembre a las 11:00."
    )


def test_english_says_the_same() -> None:
    assert said("12-15 12:00", DAYS, *WAITING, language="en") == (
        "solution: “< 2 días hábiles” (EJ-T1). So far 1 h has counted, on Monday 7 from 20:00 to 21:00; Tuesday 8 was a holiday "
        "(Inmaculada Concepción) and it stands still since Wednesday 9 at 9:00: we wait for your answer. "
        "If you answer now, it will be due on Thursday 17 December at 11:00."
    )


def test_a_kept_promise_says_by_how_much() -> None:
    assert said("12-15 12:00", SIX, *WAITING) == (
        "response: «< 6 horas» (EJ-T1). Contó 1 h hábil, el lunes 7 de 20:00 a 21:00; el martes 8 fue festivo "
        "(Inmaculada Concepción). Se cumplió el miércoles 9 a las 9:00, con 5 h hábiles de sobra; "
        "el plazo vencía el miércoles 9 de diciembre a las 14:00."
    )


def test_before_the_desk_opens_it_says_when_time_starts_to_count() -> None:
    assert said("12-07 22:00", SIX, "12-07 22:00 opened") == (
        "response: «< 6 horas» (EJ-T1). Aún no ha contado tiempo: empieza a contar el miércoles 9 a las 9:00; "
        "el martes 8 es festivo (Inmaculada Concepción). El plazo vence el miércoles 9 de diciembre a las 15:00."
    )


def test_late_and_still_owed() -> None:
    assert said("03-17 12:00", SIX, "03-16 09:00 opened").endswith(
        "El plazo venció el lunes 16 de marzo a las 15:00 y aún no se ha cumplido."
    )


def test_late_in_the_end() -> None:
    assert said("03-17 12:00", SIX, "03-16 09:00 opened", "03-16 18:00 responded").endswith(
        "El plazo venció el lunes 16 de marzo a las 15:00; se cumplió tarde, el lunes 16 a las 18:00."
    )


def test_a_case_that_ended_first() -> None:
    ended = Manual((rule("entrega", "opened", "restored"),), {"entrega": "2 days"}, CONTINUO)

    assert said("03-20 12:00", ended, "03-16 09:00 opened", "03-17 01:30 cancelled").endswith(
        "El caso terminó el martes 17 a la 1:30, antes del plazo (el miércoles 18 de marzo a las 9:00)."
    )
    assert said("03-20 12:00", ended, "03-16 09:00 opened", "03-19 09:00 closed").endswith(
        "El plazo venció el miércoles 18 de marzo a las 9:00 y el caso terminó sin cumplirlo, el jueves 19 a las 9:00."
    )


def test_a_window_speaks_of_the_time_to_answer() -> None:
    window = Manual((SILENCE,), {"silence": "3 days"}, CONTINUO)
    lines = ("03-16 09:00 opened", "03-16 12:00 resolved")

    assert said("03-17 12:00", window, *lines) == (
        "silence: 3 días (EJ-T1). Ha contado 1 día, del lunes 16 a las 12:00 al martes 17 a las 12:00. "
        "El tiempo para responder termina el jueves 19 de marzo a las 12:00."
    )
    assert said("03-20 12:00", window, *lines).endswith("El tiempo para responder terminó el jueves 19 de marzo a las 12:00.")
    assert said("03-20 12:00", window, *lines, "03-17 09:00 customer_wrote").endswith(
        "Se detuvo el martes 17 a las 9:00, antes de su final (el jueves 19 de marzo a las 12:00)."
    )


def test_many_days_are_told_as_one_span_and_many_pauses_as_a_number() -> None:
    lines = ["03-09 09:00 opened"]
    for day in range(9, 13):
        lines += [f"03-{day:02} 12:00 status waiting_customer", f"03-{day:02} 13:00 status in_progress"]

    text = said("03-13 12:00", NATURAL, *lines)

    assert "Ha contado 95 h entre el lunes 9 a las 9:00 y el viernes 13 a las 12:00; 4 pausas no contaron." in text


def test_two_pauses_for_one_reason_are_told_together() -> None:
    lines = ["03-09 09:00 opened"]
    for day in (9, 10):
        lines += [f"03-{day:02} 12:00 status waiting_customer", f"03-{day:02} 13:00 status in_progress"]

    text = said("03-11 12:00", NATURAL, *lines)

    assert "; no contó el lunes 9 de 12:00 a 13:00 ni el martes 10 de 12:00 a 13:00, mientras esperábamos su respuesta." in text


def test_months_and_years_are_named_where_they_differ() -> None:
    assert said("03-31 18:00", NATURAL, "03-31 12:00 opened").startswith(
        "solution: 72 horas (EJ-T1). Ha contado 6 h, el martes 31 de marzo de 12:00 a 18:00."
    )
    assert said("12-30 18:00", NATURAL, "12-30 12:00 opened").endswith("El plazo vence el sábado 2 de enero de 2027 a las 12:00.")


def test_a_day_that_ends_at_midnight_says_so() -> None:
    assert "el lunes 16 de 12:00 a 24:00" in said("03-17 00:00", NATURAL, "03-16 12:00 opened")


def test_a_moved_date_and_a_corrected_result_are_told() -> None:
    dated = Manual((rule("entrega", "opened", "resolved"),), {"entrega": "date"})
    promise = {"clock": "entrega", "date": at("03-20 15:00")}
    lines = (
        "03-16 09:00 opened",
        ("03-16 10:00 promised", promise),
        ("03-16 11:00 promised", promise),
        ("03-16 12:00 corrected", {"clock": "entrega", "state": "met", "reason": "acta firmada"}),
    )

    text = said("03-16 12:00", dated, *lines)

    assert text.startswith("entrega: en la fecha acordada (EJ-T1).")
    assert text.endswith("La fecha se ha movido una vez. Una persona autorizada lo dejó como cumplido: acta firmada.")


def test_every_state_has_a_sentence_in_both_languages() -> None:
    lines = ["03-16 09:00 opened"]
    steps = [
        "03-16 10:00 status waiting_internal",
        "03-16 11:00 responded",
        "03-16 12:00 resolved",
        "03-16 13:00 reopened",
        "03-16 14:00 closed",
    ]
    manual = Manual(
        (rule("response", "opened", "responded", pauses=["waiting_internal"], on_reopen="resume"), SOLUTION, SILENCE),
        {"response": "1 business day, end of day", "solution": "30 business minutes", "silence": "2 days"},
    )
    for step in ["03-16 09:30 customer_wrote", *steps]:
        lines.append(step)
        for language in ("es", "en"):
            for reader in ("customer", "desk"):
                for clock in fold(log(*lines), manual, at("03-19 12:00")):
                    text = sentence(explain(clock, manual, at("03-19 12:00")), language, reader)
                    assert text.endswith(".")
                    assert "{" not in text
                    assert "  " not in text
