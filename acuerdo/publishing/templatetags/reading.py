"""Notes on how the document was read: `{% load reading %}`."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

#: The places of the documents and their ambiguities, as a note ends: «(PRO-A3)», «(DIG-A1, DIG-A15)».
_CODES = re.compile(r"\(([A-Z]{3}-[A-Z]?\d+(?:, [A-Z]{3}-[A-Z]?\d+)*)\)")


@register.filter
def reading(note: str) -> SafeString:
    """Set the codes of a note small and quiet: they help whoever lays the document beside, and hinder nobody else."""
    said = _CODES.sub(r'<small class="clause">\1</small>', conditional_escape(note))
    return mark_safe(said)
