"""What every form of a case has: its case, its manual, the sentence of a refusal, and files that are not lost by one."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from acuerdo.core.agreements import Agreement
from acuerdo.desks.queries import current_schema
from acuerdo.events.queries import head_of
from acuerdo.files.actions.store import store_sent
from acuerdo.files.forms import FilesField
from acuerdo.files.models import StoredFile
from acuerdo.people.models import Person
from acuerdo.tickets.models import Draft, Ticket

Choices = Sequence[tuple[str | int, Any]]

KEPT = "acuerdo.kept-files"
NO_MORE = _("Algo de lo que eligió ya no se ofrece aquí: otra persona cambió el caso. Mire cómo está y elija otra vez.")


class CaseForm(forms.Form):
    """A form of one case. `name` tells its fields from those of the other forms on the page."""

    name: ClassVar[str] = ""
    #: What another did since the form was drawn and its reader must know before it is done, by what follows `ticket.` in its kind.
    heeds: ClassVar[frozenset[str]] = frozenset()
    #: What happened meanwhile, where it was refused for that.
    meanwhile: Sequence[Any] = ()
    #: The number of the case that this one became part of meanwhile.
    went_to: int = 0
    #: What the person had begun to write here.
    draft: Draft | None = None
    #: What they had sent from here and came back.
    came_back: Draft | None = None

    def __init__(self, *args: Any, ticket: Ticket, agreement: Agreement, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.name}-%s", "label_suffix": "", **kwargs})
        self.ticket = ticket
        self.agreement = agreement
        #: Who has the form before them, where what it offers depends on that.
        self.person = person

    def offer(self, name: str, choices: Choices) -> None:
        """Offer these values in a field; what was offered and is no more, as a message that went to another case, is told so."""
        cast("forms.ChoiceField", self.fields[name]).choices = choices
        self.fields[name].error_messages["invalid_choice"] = NO_MORE

    def begins_at(self, name: str) -> None:
        """Put the caret into this field when the form opens."""
        self.fields[name].widget.attrs["autofocus"] = True

    @property
    def key(self) -> str:
        """A key for this form alone: what it asks for is done once."""
        return secrets.token_urlsafe(12)

    @property
    def seen(self) -> int:
        """The place in the case's log up to which the page shows it; sent back, it tells what its reader could not know."""
        if not hasattr(self.ticket, "seen"):
            self.ticket.seen = head_of("ticket", self.ticket.pk)[0]  # type: ignore[attr-defined]  # as the page read it, or as it is now
        return int(self.ticket.seen)  # type: ignore[attr-defined]

    @property
    def refusal(self) -> str:
        """Why it was not done, in one sentence after the other; what was left empty is named together."""
        empty, other = [], []
        for name, errors in self.errors.as_data().items():
            for error in errors:
                label = self.fields[name].label if error.code == "required" and name in self.fields else ""
                empty += [f"«{label}»"] if label else []
                other += [] if label else error.messages
        return " ".join([*([_("Falta %(fields)s.") % {"fields": ", ".join(empty)}] if empty else []), *map(str, other)])

    @property
    def faulty(self) -> str:
        """The names of the fields that it was refused for, in the order in which they stand."""
        return " ".join(name for name in self.fields if name in self.errors)


class WithFiles(CaseForm):
    """A form that takes files. What was sent with a refused form is kept and need not be sent again."""

    #: The kind of draft that its files are kept in at once; without one they wait in the browser until the form is sent.
    drafted: ClassVar[str] = ""

    files = FilesField(label=_("Archivos"), required=False)  # type: ignore[assignment]  # the field, not the files sent
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    def stored(self) -> list[StoredFile]:
        """The files of this form: those kept before, then those that came now, stored the first time this is asked."""
        if not hasattr(self, "_stored"):
            before = list(StoredFile.objects.filter(pk__in=ids_in(self.data.get("kept", ""), self.ticket.pk)))
            self._stored = [*before, *store_sent(self.cleaned_data.get("files") or [])]
        return self._stored

    @property
    def kept_files(self) -> list[StoredFile]:
        """What a refused form, or a draft, still holds."""
        if self.is_bound:
            return self.stored()
        return files_in(*(draft for draft in (self.draft, self.came_back) if draft))

    @property
    def kept_word(self) -> str:
        """The hidden value that brings them back."""
        return word_of(self.kept_files, self.ticket)


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of a draft as the page shows them, without the rest of its form."""

    drafted: str
    kept_files: Sequence[StoredFile]
    kept_word: str


def kept_in(draft: Draft | None, kind: str, ticket: Ticket) -> Kept:
    """What a draft holds, or nothing."""
    files = files_in(*([draft] if draft else ()))
    return Kept(kind, files, word_of(files, ticket))


def files_in(*drafts: Draft) -> list[StoredFile]:
    """The files of drafts, each once."""
    if not drafts:
        return []
    ids = Draft.files.through.objects.filter(draft__in=drafts).values("storedfile")
    return list(StoredFile.objects.filter(pk__in=ids).order_by("pk"))


def word_of(files: Sequence[StoredFile], ticket: Ticket) -> str:
    """Name files of a case so that a form can bring them back, and nobody others."""
    ids = [stored.pk for stored in files]
    return signing.dumps({"desk": current_schema(), "case": ticket.pk, "files": ids}, salt=KEPT) if ids else ""


def ids_in(word: str, ticket_id: int) -> list[int]:
    """The files that a hidden value names; none when it is false, of another case or another desk."""
    try:
        said = signing.loads(word, salt=KEPT)
    except signing.BadSignature:
        return []
    return list(said["files"]) if (said["desk"], said["case"]) == (current_schema(), ticket_id) else []
