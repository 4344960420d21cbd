"""`acuerdo`: the one command-line name. Two words are one command (`acuerdo desk create` runs desk_create)."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

#: These create, migrate or delete schemas: they run as the owner of the database, all else as the product's role.
AS_OWNER = frozenset({"prepare", "desk_create", "demo", "migrate_schemas", "makemigrations", "check_grants"})
#: These need no database at all: any address will do for Django's settings to load.
WITHOUT_DATABASE = frozenset(
    {
        "help",
        "--help",
        "-h",
        "--version",
        "clock",
        "manual_check",
        "manual_diff",
        "manual_schema",
        "manual_show",
        "collectstatic",
        "messages",
        "makemigrations",
        "lock",
    }
)


#: What a shell shows of a program that SIGPIPE ended.
READER_GONE = 141
#: sysexits.h EX_TEMPFAIL: a mail server keeps the message and comes again.
TRY_AGAIN_LATER = 75


def joined(arguments: list[str]) -> list[str]:
    """The arguments with a two-word command made one, when such a command exists."""
    from django.core.management import get_commands

    if len(arguments) >= 2 and not arguments[1].startswith("-"):  # noqa: PLR2004  two words
        name = f"{arguments[0]}_{arguments[1]}"
        if name in get_commands():
            return [name, *arguments[2:]]
    return arguments


def of_same_noun(word: str) -> list[str]:
    """The commands that begin with this word: `desk` → desk create, desk list."""
    from django.core.management import get_commands

    return sorted(name.replace("_", " ") for name in get_commands() if name.startswith(f"{word}_"))


def astray(word: str) -> str:
    """What to say of a first word that is no command: those of its noun, else a sentence with the nearest; "" of a command."""
    from difflib import get_close_matches

    from django.core.management import get_commands

    if word.startswith("-") or word in {*get_commands(), "help", "version"}:
        return ""
    if nouns := of_same_noun(word):
        return "".join(f"acuerdo {line}\n" for line in nouns)
    near = get_close_matches(word, [name.replace("_", " ") for name in get_commands()], n=1)
    es, en = (f" ¿Quiso decir «{near[0]}»?", f" Did you mean «{near[0]}»?") if near else ("", "")
    return f"No hay una orden «{word}».{es} Las que hay: acuerdo help\nThere is no command «{word}».{en} See: acuerdo help\n"


def prepare_environment(command: str, arguments: list[str]) -> None:
    """Fill in what the data folder knows of a running installation, and pick the database role of this command."""
    from acuerdo.running import environment_of

    data = Path(os.environ.get("ACUERDO_DATA") or Path(__file__).resolve().parents[2] / "var")
    if "DATABASE_URL" not in os.environ:
        for name, value in environment_of(data).items():
            os.environ.setdefault(name, value)
    if command in WITHOUT_DATABASE or {"--help", "-h"} & set(arguments):
        os.environ.setdefault("DATABASE_URL", "postgresql://none@127.0.0.1:1/none")
        os.environ.setdefault("ACUERDO_SECRET_KEY", "this command signs nothing")
    owner = os.environ.get("DATABASE_OWNER_URL")
    if command in AS_OWNER and owner and owner != os.environ.get("DATABASE_URL", owner):
        # Whoever makes tables must know for whom: the product's role gets its rights at the end.
        os.environ["ACUERDO_PRODUCT_URL"], os.environ["DATABASE_URL"] = os.environ["DATABASE_URL"], owner


def speaks_english(environment: Mapping[str, str]) -> bool:
    """Whether whoever types reads English; Spanish is the product's first language."""
    for name in ("ACUERDO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name].lower().startswith("en")
    return False


def speak(language: str) -> None:
    """Have our sentences and Python's in the language of whoever types."""
    from django.utils import translation

    from acuerdo.running.spanish import speak_spanish

    translation.activate(language)
    if language == "es":
        speak_spanish()


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["up"]:
        from acuerdo.running.up import main as up

        return up(arguments[1:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acuerdo.config.settings")
    two = "_".join(arguments[:2])
    guess = two if two in AS_OWNER | WITHOUT_DATABASE | {"mail_deliver"} else (arguments or ["help"])[0]
    prepare_environment(guess, arguments)
    if "DATABASE_URL" not in os.environ:
        sys.stderr.write(
            "No hay base de datos en marcha. Inicie el producto con script/server, o dé DATABASE_URL.\n"
            "No database is running. Start the product with script/server, or give DATABASE_URL.\n"
        )
        return TRY_AGAIN_LATER if guess == "mail_deliver" else 1
    import django
    from django.core.management import execute_from_command_line

    # Django remembers its list of commands from the first look: our rooms must be loaded before it.
    django.setup()
    speak("en" if speaks_english(os.environ) else "es")
    if not arguments or arguments in (["help"], ["--help"], ["-h"]):
        from acuerdo.config.overview import overview

        sys.stdout.write(overview())
        return 0 if arguments else 2
    arguments = joined(arguments)
    if said := astray(arguments[0]):
        sys.stderr.write(said)
        return 2
    try:
        execute_from_command_line(["acuerdo", *arguments])
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough (`acuerdo clock | head`); what is left in the buffer goes nowhere, silently.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    return 0


if __name__ == "__main__":
    sys.exit(main())
