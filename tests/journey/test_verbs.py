"""Every verb of a case by keyboard: where the focus is once it is opened, left, and sent."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from secrets import token_hex

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.journey.hands import Hands, comes_in, reports
from tests.journey.someone import Someone
from tests.patience import until

pytestmark = pytest.mark.journey
Seat = Callable[[str], Someone]

#: What has the focus: its kind, its name as a field, and where it stands.
PLACE = """() => {
  const here = document.activeElement;
  const dialog = here.closest("dialog")?.id ?? "";
  return {kind: here.localName, id: here.id, name: here.name ?? "", dialog, words: (here.getAttribute("aria-label") ?? here.innerText).trim()};
}"""
FIELDS = {"input", "select", "textarea"}
#: So many fields a verb has at most.
MOST = 40
#: What is written where: a select is told by its first letters, a box or a radio is pressed, a date is the browser's own matter.
PRESSED = " "
#: So long the browser is let go on, milliseconds, before it is looked at again.
A_MOMENT = 50
#: The points of Digital Ware's formal reply.
FORMAL = {"diagnostico-diagnostico": "Falta un índice", "diagnostico-plan": "Crearlo esta noche", "diagnostico-fecha": "2029-12-03"}


#: Has the case renew itself as when something came; what has the focus as soon as it did, and a key pressed there in that moment.
AT_ONCE = """async ([topic, key]) => {
  const came = new Promise((done) => document.addEventListener("htmx:afterSwap", ({ target }) => target.id === "timeline" && done()));
  document.body.dispatchEvent(new CustomEvent(`live:${topic}`));
  await came;
  await null;
  const here = document.activeElement;
  here.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  return here.dataset.key;
}"""


@dataclass(frozen=True)
class Verb:
    """What opens it, the key that does so too, and what is filled in; `gone`: once sent, it is offered no more."""

    label: str
    said: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    gone: bool = False


class Case:
    """A case's page under somebody's hands."""

    def __init__(self, someone: Someone, hands: Hands) -> None:
        self.someone, self.hands, self.page = someone, hands, someone.page

    @property
    def place(self) -> dict[str, str]:
        """What has the focus."""
        return dict(self.page.evaluate(PLACE))

    @property
    def menu(self) -> Locator:
        """The menu of what is rarer."""
        return self.page.locator("#head details.menu > summary").filter(visible=True)

    def link(self, verb: Verb) -> Locator:
        """What opens a verb, beside the subject or in the menu."""
        return self.page.locator("#head .case__acts a", has_text=re.compile(rf"^\s*{verb.label}")).first

    def opens(self, verb: Verb, *, by_key: bool = False) -> None:
        """Ask for the form; its first field has the focus."""
        if by_key:
            self.hands.press(verb.key)
        else:
            in_menu = not self.link(verb).is_visible()
            if in_menu and not self.menu.evaluate("(one) => one === document.activeElement"):
                self.menu.focus()
            if in_menu:
                self.hands.press("Enter")
            self.link(verb).focus()
            self.hands.press("Enter")
        expect(self.page.locator("#verb[open] form")).to_be_visible()
        until(lambda: self.place["dialog"] == "verb", lambda: f"{verb.label}: opened, the focus is at {self.place}")
        assert self.place["kind"] in FIELDS, f"{verb.label} begins at {self.place}"
        expect(self.page.locator("#head details.menu[open]")).to_have_count(0)

    def leaves(self, verb: Verb, *, by_key: bool = False) -> None:
        """Escape; the focus is where the form was asked for."""
        self.hands.press("Escape")
        expect(self.page.locator("#verb[open]")).to_have_count(0)
        self.is_back(verb, "left", by_key=by_key)

    def is_back(self, verb: Verb, done: str, *, by_key: bool = False) -> None:
        """The focus is at what opens the verb, at the menu that holds it, or on the case where neither is there or none had it before."""
        places = ["main"] if by_key else ["main", "Más"] if verb.gone and done == "sent" else ["Más", verb.label]

        def is_there() -> bool:
            place = self.place
            return not place["dialog"] and (place["id"] in places or any(place["words"].startswith(words) for words in places))

        until(is_there, lambda: f"{verb.label}: {done}, the focus is at {self.place}")

    def fills(self, verb: Verb) -> None:
        """Go with Tab from field to field, and write."""
        for name, words in verb.said.items():
            passed = [self.place["name"]]
            while passed[-1] != name:
                assert len(passed) < MOST, f"{verb.label}: no way to {name}: {passed}"
                self.hands.press("Tab")
                passed.append(self.place["name"])
            if re.fullmatch(r"\d{4}-\d\d-\d\d.*", words):
                self.page.locator(f"#verb [name='{name}']").fill(words)
            elif words == PRESSED:
                self.hands.press("Space")
            else:
                self.hands.writes(words)

    def sends(self, verb: Verb) -> None:
        """Do it from within the form; the page says that it is done, and the focus is not lost."""
        self.hands.press("Control+Enter")
        expect(self.page.locator("#verb[open]")).to_have_count(0)
        expect(self.page.locator(".htmx-request")).to_have_count(0)
        expect(self.page.locator("#messages .message--success")).to_be_visible()
        self.is_back(verb, "sent")

    def goes_through(self, *verbs: Verb) -> None:
        """Open, leave, open again, send."""
        for verb in verbs:
            if verb.key:
                self.page.locator("#main").focus()
                self.opens(verb, by_key=True)
                self.leaves(verb, by_key=True)
            self.opens(verb)
            self.leaves(verb)
            self.opens(verb)
            self.fills(verb)
            self.sends(verb)


def comes_to(someone: Someone, email: str) -> Case:
    """Sign in at the console."""
    return Case(someone, comes_in(someone, email, "/console/"))


def raises(case: Case, subject: str) -> None:
    """Register the call of somebody whom nobody knows."""
    case.hands.press("g", "n")
    case.page.wait_for_url(re.compile("/casos/nuevo/"))
    case.hands.writes(f"nuevo.{token_hex(3)}@otra.example")
    case.hands.press("Enter")
    expect(case.page.locator("#new-case [name=name]")).to_be_focused()
    case.hands.writes("Pedro Nuevo")
    while case.place["name"] != "subject":
        case.hands.press("Tab")
    case.hands.writes(subject)
    case.hands.press("Tab")
    case.hands.writes("Llamó: desde las ocho no abre.")
    case.hands.press("Control+Enter")
    case.page.wait_for_url(re.compile(r"/casos/\d+/$"))


def finds(case: Case, verb: Verb) -> None:
    """Go to the first case of the queue that offers a verb."""
    case.someone.go("/console/")
    numbers = case.page.locator("[data-row]").evaluate_all("(rows) => rows.map((row) => row.id.slice(4))")
    for number in numbers:
        case.someone.go(f"/console/casos/{number}/")
        if case.link(verb).count():
            return
    msg = f"no case offers {verb.label}"
    raise AssertionError(msg)


def test_every_verb_of_a_case_gives_the_focus_back(at_a_screen: Seat) -> None:
    customer = at_a_screen("proware")
    number, other = reports(customer, f"No suena {token_hex(3)}"), 0
    customer.go("/mi-area/")
    other = int(re.findall(r"\d+", customer.page.locator("main a[href^='/casos/']").nth(1).get_attribute("href") or "")[0])
    case = comes_to(at_a_screen("proware"), "rocio.valderrama@proware.example")
    case.someone.go(f"/console/casos/{number}/")

    case.goes_through(
        Verb("Asignar", {"to": "Ana"}, key="a"),
        Verb("Clasificar", {"fact-priority": "Al"}),
        Verb("Escalar", {"reason": "Hace falta ver el conmutador"}, key="e"),
        Verb("Revisar información", {"state-descripcion": PRESSED}),
        Verb("Nueva tarea", {"text": "Revisar el conmutador"}),
        Verb("Anotar una llamada", {"said": "Tampoco suena el de gerencia."}),
        Verb("Etiquetar", {"tags": "conmutador"}),
        Verb("Anotar tiempo", {"minutes": "15"}, key="t"),
        Verb("Poner en copia"),
        Verb("Vincular a otro caso", {"other": str(other)}),
        Verb("Separar en otro caso", {"messages": PRESSED}),
        Verb("Reevaluar con otros términos", {"plan": "Plan I", "reason": "Cambió su contrato"}),
        Verb("Corregir un tiempo", {"time": "2026-01-05T08:00", "reason": "La hora estaba mal"}),
        Verb("Cambiar estado", {"to": "Pend", "reason": "Falta una prueba suya"}),
        Verb("Solucionar", {"text": "Ya suena.", "evidence-solucion": "Se reinició"}, key="s"),
        Verb("Revisión posterior", {"happened": "Falló el conmutador", "cause": "Una fuente", "actions": "Cambiarla"}),
        Verb("Cerrar o anular", {"closed_as": "Anular", "reason": "Era una prueba"}, key="c", gone=True),
    )


def test_the_verbs_of_other_manuals_give_the_focus_back_too(at_a_screen: Seat) -> None:
    sgm = comes_to(at_a_screen("sgm"), "leidy.barrera@sgm.example")
    raises(sgm, f"No abre {token_hex(3)}")
    sgm.goes_through(
        Verb("Asignar cliente", {"organisation": "IPS Salud Ocupacional del Café"}, gone=True),
        Verb("Lista de verificación"),
        Verb("Pedir aprobación", {"text": "Un reporte a la medida"}),
        Verb("Escribir la decisión", {"decision": "Se", "reason": "No cabe este mes"}, gone=True),
        Verb("Devolver al cliente", {"points": PRESSED, "text": "Falta saber desde cuándo."}),
    )

    digitalware = comes_to(at_a_screen("digitalware"), "camilo.murcia@digitalware.example")
    for verb in (
        Verb("Confirmar el reporte", {"reason": "Lo confirmó su coordinadora por teléfono"}, gone=True),
        Verb("Prometer fecha", {"day": "2029-12-03"}),
        Verb("Diagnóstico y respuesta formal", FORMAL, gone=True),
    ):
        finds(digitalware, verb)
        digitalware.goes_through(verb)


def test_a_case_that_was_just_drawn_anew_keeps_the_focus_and_hears_keys_at_once(at_a_screen: Seat) -> None:
    case = comes_to(at_a_screen("proware"), "marcela.ibarra@proware.example")
    assigns = Verb("Asignar", key="a")
    finds(case, assigns)
    case.someone.mark()
    topic = (case.page.locator("meta[name=live-topics]").get_attribute("content") or "").split()[0]

    case.link(assigns).focus()
    assert case.page.evaluate(AT_ONCE, [topic, "a"]) == "a"

    expect(case.page.locator("#verb[open] form")).to_be_visible()
    case.someone.is_on_the_same_page()
    case.leaves(assigns)


def test_what_a_form_asked_before_it_was_sent_takes_nothing_back_when_it_comes_after(at_a_screen: Seat) -> None:
    case = comes_to(at_a_screen("proware"), "rocio.valderrama@proware.example")
    classifies = Verb("Clasificar", {"reason": "Lo dijo el cliente"})
    finds(case, classifies)
    held: list[Route] = []
    case.page.route(re.compile("/efecto/"), lambda route: held.append(route))  # noqa: PLW0108  Playwright marks what it is given
    case.opens(classifies)
    case.fills(classifies)
    case.hands.press("Tab")  # what is changed asks for its effect
    until(lambda: bool(held) or case.page.wait_for_timeout(A_MOMENT), "the effect is not asked for")
    case.page.locator("#verb [name=reason]").focus()
    case.sends(classifies)

    with case.page.expect_event("requestfinished", lambda request: "/efecto/" in request.url):
        held[0].continue_()
    case.page.evaluate("new Promise((done) => setTimeout(done))")
    expect(case.page.locator("#messages .message--success")).to_be_visible()


def test_a_refused_verb_begins_at_what_it_lacks_and_joining_leads_to_the_case_that_stays(at_a_screen: Seat) -> None:
    number, other = (reports(at_a_screen("proware"), f"{words} {token_hex(3)}") for words in ("Repetido", "El primero"))
    case = comes_to(at_a_screen("proware"), "marcela.ibarra@proware.example")
    case.someone.go(f"/console/casos/{number}/")

    joins = Verb("Unir a otro caso", {"other": str(other)})
    case.opens(joins)
    case.hands.press("Control+Enter")
    expect(case.page.locator("#verb-refusal")).to_have_text("Falta «Caso que queda».")
    expect(case.page.locator("#verb [name=other]")).to_be_focused()
    expect(case.page.locator("#verb [name=other]")).to_have_attribute("aria-invalid", "true")
    case.someone.was_refused()

    case.fills(joins)
    case.hands.press("Control+Enter")
    case.page.wait_for_url(re.compile(rf"/casos/{other}/"))
    case.hands.press("Control+z")
    case.page.wait_for_url(re.compile(rf"/casos/{number}/"))
    expect(case.page.locator("#messages")).to_contain_text(f"El caso #{number} vuelve a ser un caso propio")
