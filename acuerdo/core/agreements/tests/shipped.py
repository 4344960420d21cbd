"""The five manuals as files, and the holidays that their worked cases need."""

from datetime import date
from functools import cache
from pathlib import Path

from acuerdo.core.agreements import Agreement, read

MANUALS = Path(__file__).parents[3] / "manuals"
NAMES = ("digitalware", "interwapp", "proware", "sgm", "soporte")

#: Colombia 2026, by Ley 51 of 1983 (moved Mondays) and Ley 2578 of 2026 (13 July).
COLOMBIA_2026 = {
    date(2026, 1, 1): "Año Nuevo",
    date(2026, 1, 12): "Día de los Reyes Magos",
    date(2026, 3, 23): "Día de San José",
    date(2026, 4, 2): "Jueves Santo",
    date(2026, 4, 3): "Viernes Santo",
    date(2026, 5, 1): "Día del Trabajo",
    date(2026, 5, 18): "Ascensión del señor",
    date(2026, 6, 8): "Corpus Christi",
    date(2026, 6, 15): "Sagrado Corazón",
    date(2026, 6, 29): "San Pedro y San Pablo",
    date(2026, 7, 13): "Día de Nuestra Señora del Rosario de Chiquinquirá",
    date(2026, 7, 20): "Día de la Independencia",
    date(2026, 8, 7): "Batalla de Boyacá",
    date(2026, 8, 17): "La Asunción",
    date(2026, 10, 12): "Día de la Raza",
    date(2026, 11, 2): "Día de Todos los Santos",
    date(2026, 11, 16): "Independencia de Cartagena",
    date(2026, 12, 8): "La Inmaculada Concepción",
    date(2026, 12, 25): "Navidad",
}


def holidays(country: str, years: range) -> dict[date, str]:
    if country != "CO":
        raise LookupError(country)
    return COLOMBIA_2026 if 2026 in years else {}


def text_of(name: str) -> str:
    return (MANUALS / f"{name}.toml").read_text(encoding="utf-8")


@cache
def manual(name: str) -> Agreement:
    return read(text_of(name), holidays=holidays, file=f"{name}.toml")
