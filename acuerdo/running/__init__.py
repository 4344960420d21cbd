"""Running the product: the embedded PostgreSQL, the processes, the data folder.

Standard library only, and no other room of ours is imported: `acuerdo up` works before Django is
loaded, and a fault in the product cannot stop its supervisor from stopping the database.

up           what `acuerdo up` does, step by step
environment  what a command typed by hand needs to reach the running product
temporary    a command beside a PostgreSQL that is thrown away (the tests)
folder keys place user binaries      the data folder and where PostgreSQL may live
cluster postgres leftovers           making, running and recovering the embedded server
processes logs tied signals ports    the children, their logs, and what ends them
arguments wording trouble            what is asked and what is said
english spanish                      the other language of each: of ours, and of Python's
"""

from acuerdo.running.environment import environment_of

__all__ = ["environment_of"]
