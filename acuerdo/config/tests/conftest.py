"""A desk with one of everything that an address may be about."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils import timezone

from acuerdo.agreements.models import CustomField
from acuerdo.audit.actions.seal import seal
from acuerdo.automation.models import Macro, Recurring
from acuerdo.channels.mail.models import Mailbox, RawMail
from acuerdo.config.tests.places import PLACES
from acuerdo.customers.models import Contact, Product
from acuerdo.files.actions.store import store
from acuerdo.notifications.models import Outgoing
from acuerdo.people.access import as_actor
from acuerdo.people.actions.invite import invite
from acuerdo.people.models import Absence, Person, Team
from acuerdo.publishing.access import acknowledgement_token
from acuerdo.publishing.actions.draft import start
from acuerdo.satisfaction.access import Invitation, survey_token
from acuerdo.satisfaction.queries import last_closing, survey_of
from acuerdo.tickets.access import accord_token, approval_token, decision_token
from acuerdo.tickets.actions.answer import answer
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.draft import keep_files
from acuerdo.tickets.actions.solve import solve
from acuerdo.tickets.models import (
    Accord,
    Approval,
    ArticleIdea,
    Check,
    Checklist,
    Contingency,
    Draft,
    Link,
    Message,
    RoutingRule,
    SavedView,
    Skill,
    Task,
    TimeEntry,
)
from acuerdo.tickets.queries import agreement_for
from acuerdo.tickets.serving import address_of

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@dataclass
class Things:
    """What the addresses are about: cases of Diana's, one solved, one closed, and the secrets of their links."""

    args: dict[str, object]
    people: dict[str, Person | None]

    def url(self, name: str) -> str:
        return reverse(name, args=[self.args[arg] for arg in PLACES[name].args])


@pytest.fixture
def things(open_case, diana, clinic, organisation_of, person_of):
    at = timezone.now() - timedelta(hours=5)
    admin_person = person_of("admin", name="Quien Atiende")
    admin = as_actor(admin_person)
    picture = store(name="foto.png", content_type="image/png", content=PNG, content_id="<foto>")
    case = open_case(at=at, files=[picture], html="<p>Hola <b>mundo</b> <img src='cid:foto'></p>")
    said = Message.objects.get(ticket=case)
    answer(case.pk, "Ya lo miramos", by=admin, at=at + timedelta(minutes=1))
    solution = solve(case.pk, "Listo", by=admin, at=at + timedelta(hours=1), evidence=evidence(case))
    closed = open_case("Otro", at=at)
    its = solve(closed.pk, "Listo", by=admin, at=at + timedelta(hours=1), evidence=evidence(closed))
    approve(closed.pk, its.pk, by=admin, at=at + timedelta(hours=2))
    closed.refresh_from_db()
    _invited, secret = invite(email="nueva@testserver", name="Nueva", role="agent", by=admin, at=at)
    mail = Outgoing.objects.create(
        key="una", message_id="<una@testserver>", sender="Mesa <soporte@testserver>", to=diana.email, subject="Hola", text="Hola",
        html="<head></head>Hola", attachments=[{"name": "a.txt", "content_type": "text/plain", "path": picture.path}],
    )  # fmt: skip
    people = {role: person_of(role) for role in ("agent", "supervisor", "manager", "admin", "auditor")}
    draft = start(case.manual, person=people["admin"], by=as_actor(people["admin"]), at=at)
    people |= {"diana": diana.person, "anonymous": None, "inactive": person_of("agent"), "nobody": person_of("customer")}
    people["colleague"] = contact_at(clinic, "jorge@santa-aurelia.example")
    people["outsider"] = contact_at(organisation_of("Ferretería El Tornillo"), "luis@tornillo.example")
    return Things(
        {
            "number": case.number,
            "version": case.manual.version,
            "file": picture.pk,
            "message": said.pk,
            "image": address_of(picture, case.number).rpartition("/")[2],
            "decision": decision_token(case, solution.pk),
            "accord": accord_token(Accord.objects.create(ticket=case, text="¿Cerramos?", person=admin_person, at=at).pk, diana.pk),
            "revision": draft.revisions.get().pk,
            "acknowledgement": acknowledgement_token(case.manual, diana),
            "survey": survey_token(Invitation(closed.pk, last_closing(closed), diana.pk)),
            "face": next(iter(survey_of(closed).faces)),
            "invitation": secret,
            "outgoing": mail.pk,
            "unknown": 0,
            **prepared(case, closed, diana, admin_person, at),
            "template": "acknowledgement",
            "language": "es",
            "approval": (quote := Approval.objects.create(ticket=case, kind="quote", of="Diana", text="Cambio", asked_at=at)).pk,
            "approval_token": approval_token(quote.pk, diana.pk),
            "format": "csv",
            "seal": seal(at=timezone.now()).number,
            "raw": RawMail.objects.create(key="uno", raw=b"Subject: x", received_at=at, state="processed", outcome="ours").pk,
            "imap": Mailbox.objects.create(host="imap.example", user="mesa@imap.example", password="x", since=at).pk,
            "organisation": clinic.pk,
            "contract": clinic.contracts.get().pk,
            "contact": diana.pk,
            "saved_view": SavedView.objects.create(name="De la mesa", query="?de=mios").pk,
            "colleague": (helper := person_of("agent", name="Otra Persona")).pk,
            "team": Team.objects.create(slug="prueba", name="Prueba").pk,
            "absence": Absence.objects.create(person=helper, starts_on=at.date(), ends_on=at.date()).pk,
            "field": CustomField.objects.create(name="placa", label="Placa").pk,
            "rule": RoutingRule.objects.create(place=1).pk,
            "skill": Skill.objects.create(slug="sql", name="SQL").pk,
            "product": Product.objects.create(slug="prueba", name="Prueba").pk,
            "person": user_pk_to_url_str(diana.person),
            "key": default_token_generator.make_token(diana.person),
        },
        people,
    )


def prepared(case, other, contact, person, at) -> dict[str, object]:
    """Fill a case's side, and what the desk prepares once; of all that is one's own it is `person`'s."""
    listed = Checklist.objects.create(ticket=case, incident="prueba", label="Prueba", begun_at=at)
    due = {"contact": contact, "starts_on": at.date(), "not_before": at.date(), "at": at.time()}
    return {
        "contingency": Contingency.objects.create(starts_at=at, reason="Se cayó el correo", declared_by=person).pk,
        "time_entry": TimeEntry.objects.create(ticket=case, person=person, activity="support", minutes=5, day=at.date()).pk,
        "customers_draft_file": drafted(contact.person, case, Draft.Kind.CUSTOMER, at),
        "draft_file": drafted(person, case, Draft.Kind.NOTE, at),
        "link": Link.objects.create(source=case, target=other, kind="relates", at=at).pk,
        "check": Check.objects.create(checklist=listed, place=1, text="¿Hay red?", owner="Diana", side="customer").pk,
        "task": Task.objects.create(ticket=case, text="Llamar", created_at=at).pk,
        "idea": ArticleIdea.objects.create(ticket=case, person=person, at=at).pk,
        "own_macro": Macro.objects.create(title="Saludo", text="Hola", owner=person).pk,
        "macro": Macro.objects.create(title="Saludo", text="Hola", visible_to="desk").pk,
        "schedule": Recurring.objects.create(subject="Revisión", text="Revisar", **due).pk,
    }


def drafted(person, case, kind, at) -> int:
    """A file of somebody's own draft."""
    return keep_files(person, case, kind, [store(name="a.txt", content_type="text/plain", content=b"a")], at=at).files.get().pk


def evidence(case) -> dict[str, str]:
    return {item.id: "Probado" for item in agreement_for(case).closure.evidence.values()}


def contact_at(organisation, email) -> Person:
    person = Person.objects.create_user(email, "una clave larga", name=email, role="customer")
    Contact.objects.create(organisation=organisation, name=email, email=email, person=person)
    return person
