"""What a form says of its fields, to eyes and to ears alike: `{% load fields %}`."""

from django import template
from django.forms import BaseForm, BoundField, Field
from django.forms.utils import flatatt
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def said_of(box: BoundField) -> SafeString:
    """The attributes of a box that a template writes by hand: that it is wrong, and where hint and errors stand (ui/errors.html)."""
    own = box.build_widget_attrs({})
    return flatatt({name: value for name, value in own.items() if name.startswith("aria-")})


@register.filter
def place(box: BoundField) -> str:
    """The id that leads to a box: of several, such as a list of choices, the first one's."""
    return f"{box.auto_id}_0" if box.use_fieldset else box.id_for_label


@register.filter
def listed(box: BoundField, error: str) -> str:
    """An error as the list over a form says it: what would be said of any box begins with the name of this one."""
    said_of_any = error == str(Field.default_error_messages["required"])
    return f"{box.label}: {error[:1].lower()}{error[1:]}" if said_of_any else error


@register.filter
def lacks_only(form: BaseForm) -> bool:
    """Whether all that a form was refused for is what was left empty; a password that is too short is there, and wrong."""
    return all(error.code == "required" for errors in form.errors.as_data().values() for error in errors)
