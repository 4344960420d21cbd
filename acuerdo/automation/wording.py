"""A schedule in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from acuerdo.automation.models import Recurring

WEEKDAYS = (
    gettext_lazy("lunes"),
    gettext_lazy("martes"),
    gettext_lazy("miércoles"),
    gettext_lazy("jueves"),
    gettext_lazy("viernes"),
    gettext_lazy("sábado"),
    gettext_lazy("domingo"),
)


def schedule(recurring: Recurring) -> str:
    """«El día 15 de cada mes a las 8:00; si no se atiende, pasa al día hábil siguiente»."""
    time, every = f"{recurring.at:%-H:%M}", recurring.every
    if recurring.unit == Recurring.Unit.BUSINESS_DAYS:
        words = ngettext("Cada día hábil a las %(time)s", "Cada %(n)d días hábiles a las %(time)s", every)
        return words % {"n": every, "time": time}
    if recurring.unit == Recurring.Unit.WEEKS:
        words = ngettext("Cada %(day)s a las %(time)s", "Cada %(n)d semanas, el %(day)s, a las %(time)s", every)
        said = words % {"n": every, "day": WEEKDAYS[recurring.day], "time": time}
    else:
        words = ngettext("El día %(day)d de cada mes a las %(time)s", "Cada %(n)d meses, el día %(day)d, a las %(time)s", every)
        said = words % {"n": every, "day": recurring.day, "time": time}
    return _("%(said)s; si ese día no se atiende, %(closed)s") % {"said": said, "closed": closed(recurring.closed)}


def closed(what: str) -> str:
    """What becomes of a day on which the desk is closed."""
    return {
        "next": _("pasa al día hábil siguiente"),
        "previous": _("pasa al día hábil anterior"),
        "skip": _("no se abre"),
    }[what]
