"""How a template finds a value by its name.

A page asks for three hundred. Django asks of each whether it can be subscripted, catches what that raises, and asks again in another
way: twenty calls for `{{ ticket.subject }}`, of which three find it. What is usual is found here: a name that the page was given, an
attribute of a record, a key of a dictionary. All else is left to Django: what is called, lists and other things with places, and what
is not there.
"""

from typing import Any

from django.template import Context, RequestContext, base

_resolved: Any = base.FilterExpression.resolve
_looked_up: Any = base.Variable._resolve_lookup  # type: ignore[attr-defined]  # noqa: SLF001  Django's own, asked where it is not usual

CONTEXTS = frozenset({Context, RequestContext})
OF_TUPLES = tuple.__getitem__
#: A name that the page was not given; and what Django should find.
ABSENT, UNUSUAL = object(), object()


def found(names: tuple[str, ...], context: Context) -> Any:
    """Follow the names from the page's values on; ABSENT where there is no first one, UNUSUAL where Django should look."""
    for known in reversed(context.dicts):
        if names[0] in known:
            value = known[names[0]]
            break
    else:
        return ABSENT
    for name in names[1:]:
        if callable(value):
            return UNUSUAL
        kind = type(value)
        try:
            if kind is dict:
                value = value[name]
            elif getattr(kind, "__getitem__", OF_TUPLES) is OF_TUPLES:  # of a tuple names are attributes, too
                value = getattr(value, name)
            else:
                return UNUSUAL
        except Exception:  # noqa: BLE001  whatever it is, Django meets it again and knows which are told and which are silent
            return UNUSUAL
    return UNUSUAL if callable(value) else value


def looked_up(variable: base.Variable, context: Any) -> Any:
    """Find the value of a variable."""
    if type(context) in CONTEXTS:
        value = found(variable.lookups, context)  # type: ignore[arg-type]  # it has some: Django asks only then
        if value is not ABSENT and value is not UNUSUAL:
            return value
    return _looked_up(variable, context)


def resolved(expression: base.FilterExpression, context: Any, ignore_failures: bool = False) -> Any:  # noqa: FBT002  as Django calls it
    """Find the value that a tag or a pair of braces names; with filters Django does it, by `looked_up`."""
    variable: Any = expression.var
    value = UNUSUAL
    if expression.is_var and not expression.filters and variable.lookups and not variable.translate and type(context) in CONTEXTS:
        value = found(variable.lookups, context)
    if value is ABSENT and (ignore_failures or not context.template.engine.string_if_invalid):
        return None if ignore_failures else ""
    return _resolved(expression, context, ignore_failures) if value is UNUSUAL or value is ABSENT else value


def find_quickly() -> None:
    """Have templates find their values so."""
    expression: Any = base.FilterExpression
    variable: Any = base.Variable
    expression.resolve, variable._resolve_lookup = resolved, looked_up  # noqa: SLF001  where Django asks
