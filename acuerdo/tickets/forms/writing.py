"""What is written to the customer, or among the desk's people."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import Status, may_solve
from acuerdo.people.queries import staff
from acuerdo.tickets import wording
from acuerdo.tickets.forms.case import CaseForm, WithFiles
from acuerdo.tickets.forms.verb import Occasion, VerbForm
from acuerdo.tickets.models import Draft, Ticket

#: What is said on a case must not be sent past what was said meanwhile.
WRITTEN_OVER = frozenset({"customer_wrote", "responded", "resolved", "reopened", "closed", "cancelled", "absorbed"})

#: A saved answer does at most so much, each said in so many characters.
MOST, CARRIED = 20, 500


class Written(WithFiles):
    """What the composer sends: the text, and the mode it was in. Sent by another way than its mode's it is refused."""

    mode = forms.CharField(required=False)
    text = forms.CharField(widget=forms.Textarea, required=False)

    @property
    def carried(self) -> list[str]:
        """What is done to the case along with it, as a saved answer named it."""
        said = self.data.getlist("carried") if isinstance(self.data, QueryDict) else []
        return [str(each)[:CARRIED] for each in said[:MOST]]

    @property
    def chips(self) -> list[tuple[str, str]]:
        """The same in words, for the page on which it comes back."""
        people = {person.pk: person.name for person in staff()} if any(each.startswith("assign=") for each in self.carried) else {}
        return [(each, wording.deed(each, self.agreement, people)) for each in self.carried]

    def clean_mode(self) -> str:
        """A note never leaves as an answer because a key was pressed."""
        mode = str(self.cleaned_data["mode"])
        if mode not in {"", self.name}:
            raise forms.ValidationError(_("El modo y el botón no coinciden. No se envió nada: revise el modo y envíe otra vez."))
        return mode


def to_reach(agreement: Agreement) -> list[tuple[str, str]]:
    """The milestones of a manual that an answer may reach; those with a guided reply take a form of their own."""
    guided = {reply.milestone for reply in agreement.replies.values()}
    return [(name, label) for name, label in agreement.milestones.items() if name not in guided]


class AnswerForm(Written):
    """A public answer, what follows it, and the milestones that it reaches."""

    name = drafted = "answer"
    heeds = WRITTEN_OVER
    then = forms.ChoiceField(label=_("Después de enviar"), choices=(), required=False)
    milestones = forms.MultipleChoiceField(label=_("Con esta respuesta"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("then", [(status.value, "") for status in (Status.IN_PROGRESS, Status.WAITING_CUSTOMER)])
        self.offer("milestones", self.milestones_to_reach)

    @property
    def milestones_to_reach(self) -> list[tuple[str, str]]:
        """What it may reach."""
        return to_reach(self.agreement)

    @property
    def reached(self) -> list[str]:
        """The milestones ticked so far."""
        return list(self["milestones"].value() or ())


class NoteForm(Written):
    """An internal note."""

    name = drafted = "note"


class Blank:
    """A form of the composer before anything was sent from it: what its page shows, without the fields that Django would copy for it."""

    is_bound = False
    refusal = ""
    meanwhile: Sequence[Any] = ()
    went_to = 0
    chips: Sequence[tuple[str, str]] = ()
    reached: Sequence[str] = ()
    key, seen, kept_files, kept_word = CaseForm.key, CaseForm.seen, WithFiles.kept_files, WithFiles.kept_word

    def __init__(self, form: type[Written], ticket: Ticket, agreement: Agreement, *drafts: Draft | None) -> None:
        """`drafts`: what the person has begun here, and what came back to them."""
        self.drafted, self.ticket, self.agreement = form.drafted, ticket, agreement
        self.draft, self.came_back = drafts

    @property
    def milestones_to_reach(self) -> list[tuple[str, str]]:
        """What an answer may reach."""
        return to_reach(self.agreement)


class SolutionForm(WithFiles, VerbForm):
    """A solution, with a field for each evidence that the manual asks for in words."""

    name = drafted = "solution"
    heeds = WRITTEN_OVER
    label, title, button = _("Solucionar"), _("Entregar la solución"), _("Enviar solución")
    icon, key_of, stands_out = "check", "s", True
    text = forms.CharField(label=_("Qué debe saber el cliente"), widget=forms.Textarea, required=False)
    article = forms.BooleanField(label=_("Merece un artículo"), required=False)
    article_words = forms.CharField(label=_("De qué trataría"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.person is not None:
            self.draft = Draft.objects.filter(person=self.person, ticket=self.ticket, kind=Draft.Kind.SOLUTION).first()
            self.initial.setdefault("text", self.draft.text if self.draft else "")
        for item in self.agreement.closure.evidence.values():
            if item.kind == "text":
                box = forms.Textarea(attrs={"rows": 3, "class": "input"})
                field = forms.CharField(label=item.label, widget=box, required=False)
                field.wanted = item.required  # type: ignore[attr-defined]
                self.fields[f"evidence-{item.id}"] = field

    @classmethod
    def is_offered(cls, to: Occasion) -> bool:
        """While there is something to solve."""
        return may_solve(to.ticket.state)

    @property
    def evidence_fields(self) -> Iterator[forms.BoundField]:
        """The manual's evidence in words."""
        return (self[name] for name in self.fields if name.startswith("evidence-"))

    @property
    def wanted_files(self) -> list[str]:
        """The manual's evidence that is a file."""
        return [item.label for item in self.agreement.closure.evidence.values() if item.kind == "file"]

    @property
    def evidence(self) -> dict[str, str]:
        """What was said, by the manual's name."""
        said = self.cleaned_data
        return {name.removeprefix("evidence-"): said[name] for name in said if name.startswith("evidence-")}
