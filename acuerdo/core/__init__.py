"""The rules: values and functions of the standard library only.

No Django, no clock of its own, no input or output. Every other room stands on this one.
"""
