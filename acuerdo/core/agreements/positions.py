"""On which line of a TOML text each header, key and array item stands.

`tomllib` gives values without positions, and a fault without its line helps nobody. This walks a text that `tomllib` has already accepted,
so it checks nothing: it only counts.
"""

from bisect import bisect_right

Path = tuple[str | int, ...]

_BLANK = " \t\r\n"
_BARE_ENDS = ",]}#\n\r"
_QUOTES = {'"': '"', "'": "'"}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", '"': '"', "\\": "\\"}


def lines_of(text: str) -> dict[Path, int]:
    """Line (from 1) of every table, key and array item, by its path: `("targets", 0, "critico", 1)`."""
    return _Walk(text).run()


class _Walk:
    """One pass over the text, left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
        self.lines: dict[Path, int] = {(): 1}
        self.last_of: dict[Path, int] = {}

    def run(self) -> dict[Path, int]:
        here: Path = ()
        while self._skip_blank():
            if self.text.startswith("[", self.at):
                here = self._header()
            else:
                self._pair(here)
        return self.lines

    def _note(self, path: Path, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self.starts, at))

    def _skip_blank(self) -> bool:
        """Pass blanks, line ends and comments; whether anything is left."""
        while self.at < len(self.text):
            letter = self.text[self.at]
            if letter == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif letter in _BLANK:
                self.at += 1
            else:
                return True
        return False

    def _header(self) -> Path:
        start, double = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        *parents, name = self._key()
        self.at = self.text.index("]", self.at) + (2 if double else 1)
        path: Path = ()
        for part in parents:
            path = self._inside((*path, part))
            self._note(path, start)
        path = (*path, name)
        if double:
            self._note(path, start)
            self.last_of[path] = self.last_of.get(path, -1) + 1
        path = self._inside(path)
        self._note(path, start)
        return path

    def _inside(self, path: Path) -> Path:
        """Take a name that stands for an array of tables for its last one."""
        return (*path, self.last_of[path]) if path in self.last_of else path

    def _pair(self, here: Path) -> None:
        start, path = self.at, here
        for part in self._key():
            path = (*path, part)
            self._note(path, start)
        self.at = self.text.index("=", self.at) + 1
        self._value(path)

    def _key(self) -> list[str]:
        parts = [self._key_part()]
        while self._skip_blank() and self.text[self.at] == ".":
            self.at += 1
            parts.append(self._key_part())
        return parts

    def _key_part(self) -> str:
        self._skip_blank()
        start = self.at
        if self.text[start] in _QUOTES:
            self._string()
            return _unquoted(self.text[start : self.at])
        while self.text[self.at] not in " \t.=]\r\n":
            self.at += 1
        return self.text[start : self.at]

    def _value(self, path: Path) -> None:
        self._skip_blank()
        letter = self.text[self.at]
        if letter in _QUOTES:
            self._string()
        elif letter == "[":
            self._array(path)
        elif letter == "{":
            self._inline_table(path)
        else:
            while self.at < len(self.text) and self.text[self.at] not in _BARE_ENDS:
                self.at += 1

    def _array(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self._skip_blank() and self.text[self.at] != "]":
            self._note((*path, index), self.at)
            self._value((*path, index))
            index += 1
            self._skip_comma()
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while self._skip_blank() and self.text[self.at] != "}":
            self._pair(path)
            self._skip_comma()
        self.at += 1

    def _skip_comma(self) -> None:
        if self._skip_blank() and self.text[self.at] == ",":
            self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        triple = self.text.startswith(quote * 3, self.at)
        self.at += 3 if triple else 1
        closing = quote * 3 if triple else quote
        while not self.text.startswith(closing, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(closing)
        # A multi-line string may end in four or five quotes: the first ones are its text.
        while triple and self.text.startswith(quote, self.at):
            self.at += 1


def _unquoted(written: str) -> str:
    """Give the name that a quoted key means; keys of manuals need no Unicode escapes."""
    if written.startswith("'"):
        return written[1:-1]
    letters, name = iter(written[1:-1]), ""
    for letter in letters:
        name += _ESCAPES.get(next(letters), "") if letter == "\\" else letter
    return name
