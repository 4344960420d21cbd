"""Rights and changes in words."""

from django.utils.translation import gettext as _


def happened(kind: str, new: bool) -> str:
    """Say what an event about a person or a team was; "" for what nobody needs to read."""
    return {
        "person.invited": _("le envió la invitación"),
        "person.accepted": _("aceptó la invitación"),
        "person.changed": _("cambió sus datos"),
        "person.absence": _("anotó una ausencia"),
        "person.sessions_ended": _("cerró sus otras sesiones"),
        "person.reset_asked": _("pidió una contraseña nueva"),
        "team.kept": _("creó el equipo") if new else _("cambió el equipo"),
    }.get(kind, "")


#: What a browser says of itself, by a word only it uses; the first that is there, for they all say what others are.
BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"))


def device(user_agent: str) -> str:
    """Say what somebody signed in with: «Firefox en Windows»."""
    browser = next((name for word, name in BROWSERS if word in user_agent), "")
    system = next((name for word, name in SYSTEMS if word in user_agent), "")
    if browser and system:
        return _("%(browser)s en %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Un navegador que no se da a conocer")
