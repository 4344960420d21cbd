"""A desk that cannot be made: nothing is, and whoever typed the command reads why in their language."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from acuerdo.desks.models import Desk

pytestmark = pytest.mark.django_db
GOOD = {"manual": "proware", "domain": "andino.localhost"}


@pytest.mark.parametrize(
    ("said", "spanish", "english"),
    [
        ({"manual": "nadie"}, "No hay un manual «nadie». Los que hay: digitalware,", "There is no manual «nadie»."),
        ({"manual": "../proware"}, "No hay un manual «../proware»", "There is no manual «../proware»"),
        ({"id": "2-mesas"}, "«2-mesas» no sirve de identificador", "«2-mesas» will not do as an identifier"),
        ({"id": "pg_mesa"}, "«pg_mesa» no sirve de identificador", "«pg_mesa» will not do as an identifier"),
        ({"id": "TAKEN"}, "Ya hay una mesa «TAKEN»", "There is a desk «TAKEN» already"),
        ({"domain": "una mesa"}, "«una mesa» no es el nombre de un sitio", "«una mesa» is not the name of a site"),
        ({"color": "azul"}, "«azul» no es un color", "«azul» is not a colour"),
    ],
)
def test_why_is_said_in_the_language_of_who_typed_it(desk, said, spanish, english):
    names = {"TAKEN": desk.schema_name}
    said = {name: names.get(value, value) for name, value in said.items()}
    before = Desk.objects.count()
    for language, words in (("es", spanish), ("en", english)):
        with translation.override(language), pytest.raises(CommandError) as refused:
            call_command("desk_create", "Soporte Andino", **{**GOOD, **said})
        assert words.replace("TAKEN", desk.schema_name) in str(refused.value)
    assert Desk.objects.count() == before
