"""Every address that a desk answers at."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def addresses(resolver: URLResolver | None = None, names: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Every named address of a desk, with its pattern; one without a name is an address nobody placed."""
    for each in (resolver or get_resolver("acuerdo.config.urls")).url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, (*names, each.namespace) if each.namespace else names)
        else:
            yield ":".join((*names, each.name or f"without a name: {each.pattern}")), each
