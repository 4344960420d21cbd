"""`script/gallery`: every page as pictures in every look, with an index of them."""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error

from tests.gallery.eye import BESIDE, Eye, by_place, eye
from tests.gallery.found import Finder
from tests.gallery.looks import LOOKS, Look
from tests.gallery.making import make_busy, new_desk
from tests.gallery.sight import DESK, Sight
from tests.gallery.sights import SIGHTS
from tests.gallery.states import BUSY, STATES
from tests.product import started


@dataclass
class Album:
    """What was made: by sight its pictures, and what went wrong or is not there to be seen."""

    folder: Path
    pictures: dict[str, list[str]]
    notes: list[str]

    def look_at(self, eyes: Eye, name: str, sight: Sight, looks: list[Look]) -> None:
        """One sight in all looks."""
        for look in looks:
            file = f"{re.sub('[^a-z0-9]+', '-', name.lower())}--{look.name}.png"
            try:
                page = eyes.go(sight, look)
                eyes.picture(page, look, str(self.folder / file))
                if (beside := page.evaluate(BESIDE)) > 0:
                    self.notes.append(f"{name}, {look.name}: {beside} px lie beside the screen")
            except (Error, AssertionError) as error:
                self.notes.append(f"{name}, {look.name}: {str(error).splitlines()[0]}")
            else:
                self.pictures.setdefault(name, []).append(file)

    def write_index(self) -> None:
        """One page with all of them."""
        parts = ["<!doctype html><meta charset=utf-8><title>Acuerdo: gallery</title>"]
        parts += ["<style>body{font:14px system-ui;margin:24px}img{height:220px;border:1px solid #ccc;margin:0 8px 8px 0}</style>"]
        parts += [f"<p>{escape(note)}</p>" for note in self.notes]
        for name, files in self.pictures.items():
            shown = "".join(f'<a href="{file}"><img loading=lazy src="{file}" alt="{file}" title="{file}"></a>' for file in files)
            parts.append(f"<h2>{escape(name)}</h2>{shown}")
        (self.folder / "index.html").write_text("\n".join(parts), "utf-8")


def shoot(url: str, credentials: Path, folder: Path, sights: dict[str, Sight], looks: list[Look]) -> Album:
    """Look at a running demonstration."""
    folder.mkdir(parents=True, exist_ok=True)
    people, port = by_place(json.loads(credentials.read_text("utf-8"))), urlsplit(url).port or 80
    people |= new_desk(credentials.parent, port)
    finder, album = Finder(people, port), Album(folder, {}, [])
    finder.prepare()
    with eye(people, port) as eyes:
        for name, sight in sights.items():
            sys.stderr.write(f"{name}\n")
            try:
                there = finder.complete(sight)
            except AssertionError as missing:
                album.notes.append(f"{name}: {missing}")
            else:
                album.look_at(eyes, name, there, looks)
    album.write_index()
    return album


def main() -> int:
    """Take the words of the command line."""
    parser = argparse.ArgumentParser(prog="script/gallery", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--url", default="", help="a demonstration that runs, e.g. http://localhost:8000/; without it one is started")
    parser.add_argument("--credentials", type=Path, help="its demo.json")
    parser.add_argument("--only", default="", help="only sights whose name matches this pattern")
    parser.add_argument("--looks", default="", help=f"only these looks, with commas: {', '.join(look.name for look in LOOKS)}")
    parser.add_argument("--main", action="store_true", help="only the handful of main pages")
    parser.add_argument(
        "--busy", action="store_true", help="a desk of ten thousand open cases, in a demonstration of its own: takes some minutes more"
    )
    words = parser.parse_args()
    sights = {
        name: one
        for name, one in (BUSY if words.busy else {**SIGHTS, **STATES}).items()
        if re.search(words.only, name) and (one.main or not words.main)
    }
    looks = [look for look in LOOKS if not words.looks or look.name in words.looks.split(",")]
    if words.url:
        album = shoot(words.url, words.credentials, words.folder, sights, looks)
    else:
        with started(demo=True) as product:
            if words.busy:
                make_busy(product.data, DESK)
            album = shoot(product.url("x"), product.data / "demo.json", words.folder, sights, looks)
    sys.stdout.write("".join(f"{note}\n" for note in album.notes))
    return 1 if album.notes else 0


if __name__ == "__main__":
    sys.exit(main())
