"""The rail on pages of other rooms (administration): `{% load rail %}{% console_rail %}`."""

from typing import Any

from django import template

from acuerdo.console.views.rail import rail

register = template.Library()


@register.inclusion_tag("console/_rail_live.html", takes_context=True)
def console_rail(context: dict[str, Any], here: str = "admin") -> dict[str, Any]:
    """The rail with its counts."""
    return _with_rail(context, here)


@register.inclusion_tag("console/_phone_items.html", takes_context=True)
def console_phone_items(context: dict[str, Any], here: str = "admin") -> dict[str, Any]:
    """The lower bar of a phone."""
    return _with_rail(context, here)


def _with_rail(context: dict[str, Any], here: str) -> dict[str, Any]:
    """Count once a page, whoever asks."""
    request = context["request"]
    if not hasattr(request, "rail"):
        request.rail = rail(request.user, here)
    return {**context.flatten(), **request.rail}  # type: ignore[attr-defined]  # a template's Context, which Django types as a dict
