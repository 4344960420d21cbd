"""Plain text whose paragraphs were broken for sending (RFC 3676)."""

from itertools import groupby

SIGNATURE = "-- "


def unflow(text: str, *, delsp: bool) -> str:
    """Join the lines that end in a space; with `delsp` that space goes. Quote marks come back as `>`."""
    read = (_depth_and_line(line) for line in text.split("\n"))
    return "\n".join(
        line
        for depth, lines in groupby(read, key=lambda each: each[0])
        for line in _paragraphs(depth, [said for _depth, said in lines], delsp=delsp)
    )


def _depth_and_line(line: str) -> tuple[int, str]:
    """Count the quote marks and take off the stuffed space."""
    said = line.lstrip(">")
    return len(line) - len(said), said.removeprefix(" ")


def _paragraphs(depth: int, lines: list[str], *, delsp: bool) -> list[str]:
    joined: list[list[str]] = [[]]
    for line in lines:
        flows = line.endswith(" ") and line != SIGNATURE
        joined[-1].append(line[:-1] if flows and delsp else line)
        if not flows:
            joined.append([])
    mark = f"{'>' * depth} " if depth else ""
    return [mark + "".join(pieces) for pieces in joined if pieces]
