"""A supervisor like `acuerdo up`, with two small processes in place of the product's.

python -m acuerdo.running.tests.supervised DATA_FOLDER
"""

import signal
import sys
from contextlib import ExitStack
from pathlib import Path

from acuerdo.running import environment, processes, signals
from acuerdo.running.folder import held
from acuerdo.running.keys import keys_in
from acuerdo.running.place import place_for
from acuerdo.running.postgres import Postgres
from acuerdo.running.processes import Child
from acuerdo.running.trouble import Trouble

# Both say who they are, so that a test can look for them; the second ends at once, as a worker does
# when the database restarts.
STEADY = [sys.executable, "-c", "import os, signal; print(os.getpid(), flush=True); signal.pause()"]
ENDING = [sys.executable, "-c", "print('hecho', flush=True)"]


def main(data: Path) -> int:
    """Run until asked to stop, also where the tests themselves run behind a shell that ignores its signals."""
    for number in signals.STOPPING:
        signal.signal(number, signal.SIG_DFL)
    signals.listen()
    try:
        with ExitStack() as stack:
            place = place_for(data)
            stack.enter_context(held(place.folder, "0.1.0"))
            database = Postgres(place, keys_in(place.folder.keys))
            stack.callback(database.stop)
            database.start()
            environment.save(place.folder, database.environment)
            children = [Child("steady", STEADY, {}, place.folder), Child("ending", ENDING, {}, place.folder)]
            stack.callback(processes.stop, children)
            processes.tend(children, database)
            print("ready", database.process.pid if database.process else 0, flush=True)
            processes.watch(children, database)
    except signals.AskedToStop:
        return 0
    except Trouble as trouble:
        print(trouble, flush=True)
        return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
