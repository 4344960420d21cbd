"""Names of reactions are stored with what remains to be done: one that is renamed would never be done."""

from acuerdo.config.reactions import REACTIONS
from acuerdo.events.reactions import name_of, reaction
from acuerdo.tickets import reactions


def test_a_reaction_goes_by_its_rooms_name_whichever_of_the_rooms_files_it_is_in():
    names = {name_of(each) for functions in REACTIONS.values() for each in functions}
    assert {
        "tickets.acknowledge",
        "tickets.escalate",
        "tickets.mail_solution",
        "portal.mail_invitation",
        "satisfaction.mail_closing",
    } <= names
    assert all(name.count(".") == 1 for name in names)
    assert name_of(reactions.acknowledge) == "tickets.acknowledge"


def test_no_two_reactions_have_one_name():
    functions = {each for functions in REACTIONS.values() for each in functions}
    assert all(reaction(name_of(each)) is each for each in functions)


def test_what_the_room_offers_is_carried_out_by_something():
    known = {each for functions in REACTIONS.values() for each in functions}
    assert [name for name in reactions.__all__ if getattr(reactions, name) not in known] == []
