"""The words of mails as a desk writes them: safe variables, preview, history, back to the product's (issue 4, point 6)."""

from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from acuerdo.core.mail import used
from acuerdo.events.events import SYSTEM
from acuerdo.events.models import Event
from acuerdo.notifications.actions.word import MissingVariables, write_words
from acuerdo.notifications.models import Outgoing, Wording
from acuerdo.people.access import as_actor
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.mails.variables import NAMES, values_of
from acuerdo.tickets.mails.words import WORDS
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.tests.reacting import react_all


@pytest.fixture
def admin(client, person_of):
    person = person_of("admin", "Rosa Duarte")
    client.force_login(person)
    return client


def page(template="solution", language="es", name="wording"):
    return reverse(name, args=[template, language])


def product(template):
    return {part: str(getattr(WORDS[template], part)) for part in ("subject", "heading", "opening", "ending")}


def test_the_list_names_every_mail_and_whose_words_hold(admin, django_assert_num_queries):
    shown = admin.get(reverse("wordings")).content.decode()

    assert all(str(words.label) in shown for words in WORDS.values())


def test_what_is_written_is_what_the_next_mail_says_in_that_language_only(admin, open_case, agent, now):
    said = {**product("solution"), "subject": "Listo su caso {{ caso.numero }}", "opening": "Hola. Lo atendió {{ persona.nombre }}."}
    assert admin.post(page(), said).status_code == 302
    case = open_case()
    solve(case.pk, "Reinicio.", by=as_actor(agent), at=now, evidence={"solucion": "reinicio"})
    react_all()

    sent = Outgoing.objects.get(key__startswith="solution-")
    assert sent.subject == f"[#{case.number}] Listo su caso {case.number}"
    assert "Hola. Lo atendió Marcela Ibarra." in sent.text
    assert "Sí, me sirve" in sent.html, "what the mail must carry stays"
    assert Wording.objects.get().heading == "", "a part that is the product's goes with the product"
    assert Event.objects.filter(kind="wording.changed").count() == 1


def test_unknown_variables_are_refused_with_the_nearest_and_nothing_typed_is_lost(admin):
    answer = admin.post(page(), {**product("solution"), "opening": "Caso {{ caso.numro }} {% load x %}"})

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "No existe «caso.numro». ¿Quiso decir {{ caso.numero }}?" in shown
    assert "Caso {{ caso.numro }} {% load x %}" in shown
    assert not Wording.objects.exists()


@pytest.mark.parametrize("written", ["<b>Hola</b>", "Hola <b", "<script>alert(1)</script>", "</div>", '<a href="x">aquí</a>', "<BR/>"])
def test_marks_of_html_are_refused_whole_or_broken_and_nothing_typed_is_lost(admin, written):
    answer = admin.post(page(), {**product("solution"), "opening": written, "ending": "Lo que ya había escrito"})

    shown = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Aquí va texto sin formato" in shown
    assert written in shown
    assert "Lo que ya había escrito" in shown
    assert not Wording.objects.exists()


@pytest.mark.parametrize("written", ["Si son <5 casos, o 3 < 4", "Escriba a <ana@ejemplo.example>"])
def test_a_sign_that_is_no_mark_is_text(admin, written):
    assert admin.post(page(), {**product("solution"), "opening": written}).status_code == 302


def test_what_a_mail_is_for_cannot_be_left_out(admin):
    answer = admin.post(page("task"), {**product("task"), "opening": "Mire la consola."})
    assert answer.status_code == 422
    assert "Falta {{ aviso.texto }}" in unescape(answer.content.decode())
    assert "Mire la consola." in answer.content.decode()

    assert admin.post(page("task"), {**product("task"), "opening": "Mire la consola.", "ending": "{{ aviso.texto }}"}).status_code == 302
    assert admin.post(page("task"), {**product("task"), "opening": ""}).status_code == 302, "an empty part is the product's"
    with pytest.raises(MissingVariables):
        write_words("merged", "proware", "es", {**product("merged"), "heading": "Unido", "opening": "Unido", "subject": "Unido"},
                    product=product("merged"), known=NAMES, must=WORDS["merged"].must, by=SYSTEM, at=timezone.now())  # fmt: skip


def test_a_mail_that_nothing_sends_yet_says_so_where_its_words_are_written(admin):
    assert [template for template, words in WORDS.items() if words.unsent] == ["chat-refused", "release", "maintenance", "committee"]
    assert admin.get(reverse("wordings")).content.decode().count("Todavía no se envía") == 4
    assert "todavía no lo envía" in admin.get(page("release")).content.decode()
    assert "todavía no lo envía" not in admin.get(page()).content.decode()


def seen(admin, template, **said):
    return unescape(admin.get(page(template, name="wording_look"), said).content.decode())


def test_a_preview_shows_all_that_the_mail_carries_as_it_will_be(admin, open_case):
    case = open_case()
    received, solved, closed = (seen(admin, template) for template in ("acknowledgement", "solution", "closing"))

    assert "Le respondemos antes del" in received
    assert case.subject in received
    assert all(words in solved for words in ("Sí, me sirve", "No me sirve", "(Ejemplo)"))
    assert all(face in closed for face in ("Bueno", "Aceptable", "Malo"))
    assert "/decidir/" not in solved, "a preview decides nothing"
    assert "Aquí va lo que este correo lleva siempre" not in received + solved + closed


def test_a_preview_shows_the_solution_that_was_given_and_the_manuals_own_points(admin, open_case, agent, now):
    case = open_case()
    solve(case.pk, "Reinicio del troncal.", by=as_actor(agent), at=now, evidence={"solucion": "reinicio"})
    assert "Reinicio del troncal." in seen(admin, "reminder", caso=case.number)


def test_no_template_of_djangos_ever_runs_in_it(admin, open_case, agent, now):
    """What a customer wrote stands for itself, whatever it looks like."""
    case = open_case(subject="{{ mesa.nombre }} {% debug %} <b>x</b>")
    solve(case.pk, "Reinicio.", by=as_actor(agent), at=now, evidence={"solucion": "reinicio"})
    react_all()

    sent = Outgoing.objects.get(key__startswith="solution-")
    assert sent.subject.endswith("{{ mesa.nombre }} {% debug %} <b>x</b>")
    assert "<b>x</b>" not in sent.html


def test_looking_keeps_nothing_and_shows_a_real_case(admin, open_case):
    case = open_case()
    said = {**product("acknowledgement"), "opening": "Llegó {{ caso.llegada }}.", "look": "1"}
    looked = admin.post(page("acknowledgement"), said)

    assert looked.status_code == 200
    assert not Wording.objects.exists()
    frame = admin.get(page("acknowledgement", name="wording_look"), {"caso": case.number, "opening": "Llegó {{ caso.llegada }}."})
    assert "Llegó viernes 20 de noviembre a las 10:00." in frame.content.decode()
    assert frame["Content-Security-Policy"].startswith("sandbox")
    assert admin.get(page("acknowledgement", name="wording_look"), {"opening": "{{ no }}"}).status_code == 404


@pytest.mark.parametrize("template", sorted(WORDS))
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_mail_can_be_looked_at_in_both_languages(admin, open_case, template, language):
    open_case()

    assert admin.get(page(template, language)).status_code == 200
    assert admin.get(page(template, language, "wording_look")).status_code == 200


def test_the_products_text_comes_back_and_all_that_was_stays_in_the_history(admin):
    admin.post(page(), {**product("solution"), "heading": "Listo"})
    admin.post(page(), {**product("solution"), "heading": "Listo"})
    admin.post(page(), {**product("solution"), "reset": "1"})

    assert [wording.heading for wording in Wording.objects.order_by("pk")] == ["Listo", ""]
    shown = admin.get(page()).content.decode()
    assert "texto del producto" in shown
    assert "Rosa Duarte" in shown


@pytest.mark.parametrize("role", ["agent", "supervisor", "manager", "auditor"])
def test_only_administrators_write_words(client, person_of, role):
    client.force_login(person_of(role))
    assert client.get(reverse("wordings")).status_code == 403
    assert client.post(page(), product("solution")).status_code == 403


def test_an_unknown_mail_or_language_is_not_there(admin):
    assert admin.get(page("nada")).status_code == 404
    assert admin.get(page("solution", "fr")).status_code == 404


def test_every_name_of_the_list_has_a_value_and_the_products_words_use_no_other(open_case):
    case = open_case()
    only_of_some_mail = {"plazo.frase", "aviso.asunto", "aviso.texto", "otro.numero"}
    assert {*values_of(case, agreement_for(case), "Proware"), *only_of_some_mail} == set(NAMES)
    for template in WORDS:
        assert {name for text in product(template).values() for name in used(text)} <= set(NAMES)
