"""The Spanish of what Python says of a command's arguments, by its English."""

import argparse

SPANISH = {
    "usage: ": "uso: ",
    "positional arguments": "argumentos",
    "options": "opciones",
    "show this help message and exit": "muestra esta ayuda",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "no se conocen estos argumentos: %s",
    "the following arguments are required: %s": "faltan estos argumentos: %s",
    "one of the arguments %s is required": "falta uno de estos argumentos: %s",
    "not allowed with argument %s": "no va junto con %s",
    "ignored explicit argument %r": "no lleva un valor, y se dio %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s puede ser cualquiera de estos: %(matches)s",
    "expected one argument": "falta su valor",
    "expected at most one argument": "lleva un valor a lo sumo",
    "expected at least one argument": "lleva por lo menos un valor",
    "expected %s argument": "lleva %s valor",
    "expected %s arguments": "lleva %s valores",
    "invalid %(type)s value: %(value)r": "no se entiende %(value)r (%(type)s)",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r no es ninguno de los que hay: %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "%(value)r no es ninguno de los que hay: %(choices)s. ¿Quiso decir %(suggestion)r?"
    ),
    "can't open '%(filename)s': %(error)s": "no se puede abrir «%(filename)s»: %(error)s",
}


def said(english: str) -> str:
    """A sentence in Spanish; one that nobody who types can meet, as it is."""
    return SPANISH.get(english, english)


def said_of(one: str, many: str, number: int) -> str:
    """The same of a number of things."""
    return said(one if number == 1 else many)


def speak_spanish() -> None:
    """Have arguments spoken of in Spanish: Python asks the two by these names for each sentence, and brings none but the English."""
    vars(argparse).update(_=said, ngettext=said_of)
