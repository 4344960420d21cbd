"""A forgotten password: asked for, mailed as a link, chosen anew. allauth's views, our pages."""

from typing import Any

from allauth.account.views import (
    PasswordResetDoneView,
    PasswordResetFromKeyDoneView,
    PasswordResetFromKeyView,
    PasswordResetView,
)

from acuerdo.live.tell import end_streams
from acuerdo.people.forms import AskResetForm, ResetForm, password_rules


class AskReset(PasswordResetView):
    """The answer is the same whether the address is known or not."""

    template_name = "people/reset.html"
    form_class = AskResetForm


class Asked(PasswordResetDoneView):
    """Look into your mail."""

    template_name = "people/reset_asked.html"


class Reset(PasswordResetFromKeyView):
    """Choose a new one; a link that is used or old says so."""

    template_name = "people/reset_choose.html"
    form_class = ResetForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the rules."""
        return {**super().get_context_data(**kwargs), "rules": password_rules()}

    def form_valid(self, form: Any) -> Any:
        """Whoever was signed in with the old one hears nothing more."""
        response = super().form_valid(form)
        end_streams(person=self.reset_user.pk)
        return response


class Changed(PasswordResetFromKeyDoneView):
    """Done; sign in."""

    template_name = "people/reset_done.html"
