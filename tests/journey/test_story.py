"""A case from the first mail to the customer's opinion, as people see it, on the product started by its own command."""

import re
from collections.abc import Callable
from secrets import token_hex

import pytest
from playwright.sync_api import expect

from tests.journey.agent import Agent
from tests.journey.customer import Mailbox, writes_by_mail
from tests.journey.someone import Someone, text_of
from tests.patience import until
from tests.product import Product

pytestmark = pytest.mark.journey
Seat = Callable[[str], Someone]

#: Proware's clocks, as its manual calls them, and how it numbers what it promises.
RESPONSE, SOLUTION, CLAUSE = "Tiempo de respuesta", "Tiempo estimado solución", r"PRO-T2\.\d+"


def unlike_others(subject: str) -> str:
    """A subject that no case of an earlier run has."""
    return f"{subject} {token_hex(2)}"


def status(demo: Product, desk: str, number: int) -> str:
    """The stored status of a case."""
    with demo.database() as database:
        return database.execute(f"SELECT status FROM {desk}.tickets_ticket WHERE number = %s", [number]).fetchone()[0]


def clock(demo: Product, desk: str, number: int, name: str) -> tuple[str, bool]:
    """The stored state of a clock, and whether it has an instant at which it is due."""
    of = f"FROM {desk}.tickets_clock c JOIN {desk}.tickets_ticket t ON t.id = c.ticket_id"
    with demo.database() as database:
        return database.execute(
            f"SELECT c.state, c.due_at IS NOT NULL {of} WHERE t.number = %s AND c.clock = %s", [number, name]
        ).fetchone()


def test_a_mail_becomes_a_case_that_is_answered_solved_approved_and_rated(at_a_screen: Seat, demo: Product, tmp_path):
    agent = Agent(at_a_screen("proware"))
    angela = at_a_screen("proware")
    mailbox = Mailbox(angela)
    subject = unlike_others("La campaña de renovación no marca desde las 8:10, ¿qué pasó?")

    # An agent signs in; the queue is there.
    agent.someone.sign_in("marcela.ibarra@proware.example", where="/console/")
    expect(agent.page.locator("#rows [data-row]").first).to_be_visible()
    agent.someone.shoot("01-cola")
    agent.someone.fits_a_phone()
    agent.someone.is_dark_at_night()

    # A customer's mail appears in it by itself.
    agent.someone.mark()
    writes_by_mail(
        angela,
        "Ángela Ruiz <angela.ruiz@seguros-tayrona.example>",
        subject,
        "Buenos días:\n\nDesde las 8:10 no sale ninguna llamada. Adjunto la captura del señor Muñoz.\n\nÁngela Ruiz",
        picture="captura_línea.png",
    )
    expect(agent.page.locator("#rows [data-row]", has_text=subject)).to_be_visible()
    agent.someone.is_on_the_same_page()
    agent.someone.shoot("02-llega")

    # The case explains its clocks with the manual's own words.
    number = agent.opens(subject)
    expect(agent.why(RESPONSE)).to_contain_text("Medio: «< 8 horas»")
    assert re.search(CLAUSE, text_of(agent.why(RESPONSE)))
    expect(agent.page.locator("#timeline")).to_contain_text("Adjunto la captura del señor Muñoz.")
    expect(agent.page.locator("#timeline").get_by_role("link", name="captura_línea.png")).to_be_visible()
    agent.someone.shoot("03-caso")
    agent.someone.fits_a_phone()
    before = text_of(agent.why(RESPONSE))

    # Its acknowledgement says by when.
    letter = mailbox.opens(f"[#{number}] Recibimos su caso")
    expect(letter.locator("body")).to_contain_text("Ángela")
    expect(letter.locator("body")).to_contain_text(str(number))
    angela.shoot("04-acuse")
    angela.fits_a_phone()
    angela.is_dark_at_night()

    # Another emergency level is another promise.
    agent.classifies(Nivel_de_emergencia="Alto")
    expect(agent.why(RESPONSE)).to_contain_text("Alto: «")
    assert re.findall(CLAUSE, text_of(agent.why(RESPONSE))) != re.findall(CLAUSE, before)
    agent.someone.shoot("05-clasificado")

    # Asking the customer stops the clock of the solution.
    question = "¿Nos confirma desde qué extensión llaman?"
    agent.writes(question, "Enviar y esperar al cliente")
    expect(agent.why(SOLUTION)).to_contain_text("Si responde ahora")
    assert clock(demo, "proware", number, "resolution") == ("paused", False)
    agent.someone.shoot("06-en-espera")
    agent.someone.mark()

    # The customer reads it in the mailbox and answers there; the open case wakes up by itself.
    letter = mailbox.opens(f"[#{number}] {subject}")
    expect(letter.locator("body")).to_contain_text(question)
    angela.shoot("07-pregunta")
    mailbox.answers("Desde la extensión 4120, señora Marcela.")
    expect(angela.page.locator("#messages")).to_contain_text(f"se unió al caso #{number}")
    expect(agent.page.locator("#timeline")).to_contain_text("Desde la extensión 4120, señora Marcela.")
    expect(agent.why(SOLUTION)).not_to_contain_text("Si responde ahora")
    assert status(demo, "proware", number) == "in_progress"
    agent.someone.is_on_the_same_page()
    agent.someone.shoot("08-responde")

    # It is solved, with the evidence that the manual asks for.
    agent.solves("Ya marca: era el prefijo de salida de la extensión 4120.", {"Qué se hizo para solucionarlo": "Se corrigió el prefijo."})
    agent.someone.shoot("09-solucionado")

    # The solution mail asks; a scanner that follows its links changes nothing; the customer approves on a page.
    letter = mailbox.opens(f"[#{number}] Solución a su caso")
    angela.shoot("10-solucion")
    approve = mailbox.link(letter, "Sí, me sirve")
    assert "¿Le sirve?" in mailbox.looked_at_by_a_scanner(approve)
    assert status(demo, "proware", number) == "resolved"
    letter.get_by_role("link", name="Sí, me sirve").click()
    expect(angela.page.get_by_role("heading", name="Le entregamos la solución. ¿Le sirve?")).to_be_visible()
    assert status(demo, "proware", number) == "resolved"
    angela.shoot("11-decidir")
    angela.fits_a_phone()
    angela.is_dark_at_night()
    angela.page.get_by_role("button", name="Aprobar y cerrar el caso").click()
    expect(angela.page.get_by_role("heading", name="Gracias. El caso quedó cerrado")).to_be_visible()
    angela.shoot("12-aprobado")
    expect(agent.page.locator("#head")).to_contain_text("Cierre")
    expect(agent.page.locator("#sends").get_by_text("El caso ya terminó.")).to_be_visible()
    expect(agent.page.get_by_role("button", name="Enviar")).to_be_hidden()  # what is closed is not answered any more
    agent.someone.is_on_the_same_page()
    agent.someone.shoot("13-cerrado")

    # The closing mail has three faces: one click is an opinion, a comment is extra.
    letter = mailbox.opens(f"[#{number}] Cerramos su caso")
    for face in ("Bueno", "Aceptable", "Malo"):
        expect(letter.get_by_role("link", name=face)).to_be_visible()
    angela.shoot("14-cierre")
    letter.get_by_role("link", name="Bueno").click()
    expect(angela.page.get_by_role("heading", name="Gracias: quedó guardada su opinión")).to_be_visible()
    assert rating(demo, number) == ("bueno", "")
    angela.shoot("15-opinion")
    angela.fits_a_phone()
    angela.page.get_by_role("textbox").fill("Rápidos y claros.")
    angela.page.get_by_role("button", name="Guardar").click()
    expect(angela.page.locator("main blockquote")).to_contain_text("Rápidos y claros.")
    assert rating(demo, number) == ("bueno", "Rápidos y claros.")
    angela.shoot("16-comentario")


def rating(demo: Product, number: int) -> tuple[str, str] | None:
    """The stored opinion about a case."""
    with demo.database() as database:
        return database.execute(
            "SELECT r.value, r.comment FROM proware.satisfaction_rating r JOIN proware.tickets_ticket t ON t.id = r.ticket_id WHERE t.number = %s",
            [number],
        ).fetchone()


def test_a_critical_case_is_restored_sent_back_and_solved_again(at_a_screen: Seat, demo: Product):
    agent = Agent(at_a_screen("digitalware"))
    laura = at_a_screen("digitalware")
    mailbox = Mailbox(laura)
    subject = unlike_others("HOSVITAL no abre en ninguna sede")

    # While a hand is on the list nothing in it moves: a word above it says that there is something new.
    agent.someone.sign_in("camilo.murcia@digitalware.example", where="/console/")
    agent.page.locator("#rows [data-row]").first.hover()
    agent.someone.mark()
    writes_by_mail(laura, "Laura Beltrán <laura.beltran@puerto-sereno.example>", subject, "Caída total desde hace diez minutos.\n\nLaura")
    news = agent.page.locator("a.news")
    expect(news).to_contain_text("1 caso nuevo")
    agent.someone.shoot("01-aviso")
    news.click()
    expect(agent.page.locator("#rows [data-row]", has_text=subject)).to_be_visible()
    agent.someone.is_on_the_same_page()

    # P1 on the cloud has a clock of its own, around the clock.
    number = agent.opens(subject)
    agent.classifies(Tipo="Incidente", Nivel_de_prioridad="P1 - Crítica", Impacto="Alta", Urgencia="Alta", Producto="HOSVITAL")
    expect(agent.page.locator("#side")).to_contain_text("P1 - Crítica")
    expect(agent.why("Restablecimiento")).to_contain_text("P1 - Crítica")
    agent.someone.shoot("02-p1")

    # Restored, the customer is told, and that clock stands still for good.
    agent.writes("El servicio quedó restablecido; seguimos con la causa.", "Enviar y seguir en atención", "Servicio restablecido")
    assert clock(demo, "digitalware", number, "restoration") == ("met", True)
    agent.someone.shoot("03-restablecido")

    # Solved; sent back from the mail with a reason; solved again, and the first link is no use any more.
    agent.solves("La causa fue el certificado vencido.", {"Solución entregada": "Se renovó el certificado."})
    letter = mailbox.opens(f"[#{number}] Solución a su caso")
    first = mailbox.link(letter, "Sí, me sirve")
    laura.shoot("04-solucion")
    letter.get_by_role("link", name="No me sirve").click()
    laura.page.get_by_label("No me sirve").check()
    laura.shoot("05-rechazo")
    laura.page.get_by_role("button", name="Devolver el caso").click()
    expect(laura.page.locator(".error").first).to_be_visible()  # without a reason it is not taken
    laura.was_refused()
    laura.page.locator("#id_reason").fill("En urgencias sigue sin abrir.")
    laura.page.get_by_role("button", name="Devolver el caso").click()
    expect(laura.page.get_by_role("heading", name="Gracias. El caso volvió a nosotros")).to_be_visible()
    laura.shoot("06-devuelto")
    expect(agent.page.locator("#timeline")).to_contain_text("En urgencias sigue sin abrir.")
    expect(agent.page.get_by_role("button", name="Enviar y seguir en atención")).to_be_visible()
    assert status(demo, "digitalware", number) == "in_progress"
    agent.someone.shoot("07-devuelto")
    agent.solves("También quedó en urgencias.", {"Solución entregada": "Se renovó el certificado de urgencias."})
    laura.page.goto(first)
    expect(laura.page.get_by_role("heading", name="Después le entregamos otra solución")).to_be_visible()

    # The contact signs in: the case waits for her in her area, with the new solution.
    laura.sign_in("laura.beltran@puerto-sereno.example", where="/mi-area/")
    laura.shoot("08-mi-area")
    laura.fits_a_phone()
    laura.is_dark_at_night()
    laura.page.get_by_role("link", name=subject).first.click()
    expect(laura.page.get_by_role("heading", level=1)).to_have_text(subject)
    expect(laura.page.locator("main")).to_contain_text("También quedó en urgencias.")
    laura.shoot("09-su-caso")
    laura.fits_a_phone()
    until(lambda: status(demo, "digitalware", number) == "resolved", "the case is not solved")
