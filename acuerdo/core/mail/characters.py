"""Bytes to text that every later step can keep: no NUL, no lone surrogate, one kind of line end."""

import codecs
import re

#: Codecs that Python offers as text but no mail is written in; some warn, some take quadratic time.
NOT_A_CHARSET = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})

#: What mail programs mean by these names: Windows' superset (WHATWG Encoding §4.2).
SUPERSETS = {
    "ascii": "",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "euc_kr": "cp949",
}

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    r"""Drop control characters (PostgreSQL cannot store NUL), replace lone surrogates, end lines in \n."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def decode(content: bytes, charset: str = "") -> str:
    """Read `content` as its declared charset, else UTF-8, else Windows-1252; never raises, always clean.

    Whoever says Windows-1252 and writes valid UTF-8 wrote UTF-8; in what says UTF-8, what is none is Windows-1252.
    """
    declared = _codec(charset)
    for codec in filter(None, ("utf-8" if declared == "cp1252" else "", declared, "utf-8")):
        try:
            return clean(content.decode(codec))
        except UnicodeError:
            continue
    return clean(content.decode(declared or "cp1252", "windows" if declared == "utf-8" else "replace"))


def _as_windows_wrote(problem: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252; a character of UTF-8 that the end cuts in two is lost."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    before, wrong = problem.object[: problem.start], problem.object[problem.start : problem.end]
    cut = problem.end == len(problem.object) and not before.isascii() and _is_utf_8(before)
    return "\ufffd" if cut else wrong.decode("cp1252", "replace"), problem.end


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeError:
        return False
    return True


codecs.register_error("windows", _as_windows_wrote)


def _codec(charset: str) -> str:
    """Give the Python codec of a charset's name; empty when it says nothing (ASCII) or there is none."""
    try:
        name = codecs.lookup(charset.strip(" \t\"'")).name
        if name.replace("-", "_") in NOT_A_CHARSET:
            return ""
        "".encode(name)  # rot13, base64 …: known to codecs, but not charsets
    except (LookupError, ValueError):
        return ""
    return SUPERSETS.get(name, name)
