"""What a customer writes in a case: begun on one device and ended on another, and not lost by a refusal."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms

from acuerdo.files.models import StoredFile
from acuerdo.portal.forms.written import Written
from acuerdo.tickets.forms.case import ids_in, word_of
from acuerdo.tickets.models import Draft, Ticket


class Begun(Written):
    """A text and files in a case. The page's draft belongs to one of its forms: the one that `owns` it."""

    kept = forms.CharField(widget=forms.HiddenInput, required=False)
    #: Sent along by the form that owns the draft: with its message the draft is over.
    drafted = forms.BooleanField(widget=forms.HiddenInput, required=False)
    #: The mark of the draft that the page shows: what another device wrote meanwhile is told from it.
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ticket: Ticket, draft: Draft | None = None, owns: bool = False, **kwargs: Any) -> None:
        if draft is not None:
            kwargs.setdefault("initial", {"text": draft.text, "shown": draft.mark})
        super().__init__(*args, **kwargs)
        self.ticket, self.draft, self._owns = ticket, draft, owns

    @property
    def owns(self) -> bool:
        """Whether what is typed and chosen here is kept on the server at once."""
        return self._owns or "drafted" in self.data

    def stored(self) -> list[StoredFile]:
        """Those kept before, then those that came now, stored the first time this is asked."""
        if not hasattr(self, "_stored"):
            before = StoredFile.objects.filter(pk__in=ids_in(self.data.get("kept", ""), self.ticket.pk)).order_by("pk")
            self._stored = [*before, *super().stored()]
        return self._stored

    @cached_property
    def kept_files(self) -> Sequence[StoredFile]:
        """What a refused form, or the draft, holds."""
        if self.is_bound:
            return self.stored()
        return list(self.draft.files.order_by("pk")) if self.draft else []

    @property
    def kept_word(self) -> str:
        """The hidden value that brings them back."""
        return word_of(self.kept_files, self.ticket)

    @property
    def has_files(self) -> bool:
        """Whether any came, now or before."""
        return bool(self.cleaned_data.get("files") or ids_in(self.data.get("kept", ""), self.ticket.pk))
