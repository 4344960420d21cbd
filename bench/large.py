"""A desk of as many cases as wanted: a demonstration desk, its cases copied in SQL, a tenth of them open, as in a desk of some years.

Used by bench/pages.py. The copies keep the log of every case that is looked at, not its chain: nothing here is checked.
"""

from django.db import connection
from django.db.backends.utils import CursorWrapper

#: Room for the keys of the desk that is copied.
STEP = 1_000
#: One open copy in so many copies of an open case; the demonstration has about one open case in four.
SPARSE = 3
#: Each word is in one case of a hundred.
WORDS = 100
#: Of so many copies one brings its log: the pages of a case read no other's.
WITH_LOG = 10

SHIFT = "- k * interval '7 minutes'"
#: What is not copied as it is, by table: SQL over the row `t` and the number of the copy `k`.
CHANGED: dict[str, dict[str, str]] = {
    "tickets_ticket": {
        "id": "t.id + k * {step}",
        "number": "t.number + k * {step}",
        "subject": "left(t.subject || ' ' || {word}, 300)",
        "opened_at": f"t.opened_at {SHIFT}",
        "last_activity_at": f"t.last_activity_at {SHIFT}",
        "place_key": "CASE WHEN t.place = 2 THEN t.place_key + (random() * 1000000)::int ELSE t.place_key END",
        "follows_id": "NULL",
        "parent_id": "NULL",
        "merged_into_id": "NULL",
    },
    "tickets_message": {"id": "t.id + k * {step}", "ticket_id": "t.ticket_id + k * {step}", "message_id": "''"},
    "tickets_clock": {"id": "t.id + k * {step}", "ticket_id": "t.ticket_id + k * {step}", "alarm_at": "NULL"},
    "tickets_findable": {
        "ticket_id": "t.ticket_id + k * {step}",
        "words": "t.words || setweight(to_tsvector('spanish', {word}), 'A')",
        "short": "left(t.short || ' ' || {word}, 4000)",
        "parts": "t.parts || array(SELECT substr({word}, at, 3) FROM generate_series(1, length({word}) - 2) AS at)::varchar(3)[]",
    },
    "events_event": {"id": "t.id + k * {step}", "subject_id": "t.subject_id + k * {step}"},
}
WORD = "'zafiro' || translate((k %% {words})::text, '0123456789', 'abcdefghij')"


def word(index: int) -> str:
    """The word that stands in the copies k with k mod WORDS = index."""
    return "zafiro" + str(index).translate(str.maketrans("0123456789", "abcdefghij"))


def grow(cases: int) -> int:
    """Copy the cases of the desk at hand until it has about so many; gives how many it has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(*) FILTER (WHERE status NOT IN ('closed', 'cancelled')) FROM tickets_ticket")
        every, open_ = cursor.fetchone()
        copies = int(cases / (every - open_ + open_ / SPARSE))
        cursor.execute("CREATE TEMP TABLE base AS SELECT id, status IN ('closed', 'cancelled') AS ended FROM tickets_ticket")
        for table, changed in CHANGED.items():
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = %s"
                " AND is_generated = 'NEVER' ORDER BY ordinal_position",
                [table],
            )
            copy(cursor, table, [name for (name,) in cursor.fetchall()], changed, copies)
        cursor.execute("SELECT count(*) FROM tickets_ticket")
        (there,) = cursor.fetchone()
        cursor.execute("ANALYZE")
    return int(there)


def copy(cursor: CursorWrapper, table: str, columns: list[str], changed: dict[str, str], copies: int) -> None:
    """Copy one table's rows of the cases that are copied."""
    cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}" if "id" in columns else "SELECT 0")  # noqa: S608  only our own names
    own = max(STEP, cursor.fetchone()[0])
    key = {"tickets_ticket": "id", "events_event": "subject_id"}.get(table, "ticket_id")

    def value(name: str) -> str:
        sql = changed.get(name, f't."{name}"')
        step = STEP if name in {"number", key} else own
        return sql.format(step=step, word=WORD.format(words=WORDS))

    only = f"AND t.subject_kind = 'ticket' AND k %% {WITH_LOG} = 0" if table == "events_event" else ""
    names = ", ".join(f'"{name}"' for name in columns)
    overriding = "OVERRIDING SYSTEM VALUE" if "id" in columns else ""
    cursor.execute(
        f"""INSERT INTO {table} ({names}) {overriding} SELECT {", ".join(value(name) for name in columns)}
            FROM generate_series(1, %s) AS k, {table} AS t JOIN base ON base.id = t.{key}
            WHERE (base.ended OR k %% {SPARSE} = 0) {only}""",  # noqa: S608  only our own names
        [copies],
    )
