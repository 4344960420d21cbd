"""What this room does when something happened (named in config/reactions.py)."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from acuerdo.desks.queries import current_desk, url_of
from acuerdo.events.models import Event
from acuerdo.notifications.actions.send import Mail, send
from acuerdo.people.actions.invite import secret_for
from acuerdo.people.middleware import language_follows
from acuerdo.people.models import Person


def mail_invitation(event: Event) -> None:
    """person.invited: mail the link by which they choose a password; who has one already is told where to sign in.

    Whom the system itself invited (a desk's first administrator) was handed the link.
    """
    person = Person.objects.get(pk=event.subject_id)
    if event.actor_kind == "system" or not person.is_active:
        return
    desk = current_desk()
    path = reverse("account_login") if person.last_login else reverse("people:invitation", args=[secret_for(person)])
    with translation.override(language_follows(person)):
        context = {"desk": desk, "reader": person, "link": url_of(desk, path), "knows": bool(person.last_login)}
        send(
            Mail(
                key=f"invitation-{event.pk}",
                to=person.email,
                subject=_("Su acceso a %(desk)s") % {"desk": desk.name},
                text=render_to_string("portal/mail/invitation.txt", context).strip() + "\n",
                about=("person", person.pk),
            )
        )


def mail_reset(event: Event) -> None:
    """person.reset_asked: mail the link that lets them choose a new password. The link is never in the log."""
    person = Person.objects.get(pk=event.subject_id)
    desk = current_desk()
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)},
    )
    with translation.override(language_follows(person)):
        context = {"desk": desk, "reader": person, "link": url_of(desk, path)}
        send(
            Mail(
                key=f"reset-{event.pk}",
                to=person.email,
                subject=_("Elija su contraseña nueva de %(desk)s") % {"desk": desk.name},
                text=render_to_string("portal/mail/reset.txt", context).strip() + "\n",
                about=("person", person.pk),
            )
        )
