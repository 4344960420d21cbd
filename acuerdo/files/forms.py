"""A field for several files. Django's own takes one."""

from typing import Any

from django import forms


class ManyFiles(forms.ClearableFileInput):
    """A box from which several files can be picked."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files as a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each of them as Django cleans one; an empty file is a refusal."""
        return [super(FilesField, self).clean(each, initial) for each in data or ()]
