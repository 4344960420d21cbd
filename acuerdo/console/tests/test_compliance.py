"""Compliance: what counts, in which period, and that each number opens the promises behind it."""

import csv
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.utils import translation

from acuerdo.console.queries.compliance import Period, figures, narrowed, stopped_in
from acuerdo.console.views.compliance import used
from acuerdo.console.views.kept import percent
from acuerdo.desks.queries import in_desk
from acuerdo.tickets.models import Clock

pytestmark = pytest.mark.django_db
REPORT = "/console/supervision/cumplimiento/"
CASES = "/console/supervision/promesas/"
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
DAYS = {"desde": "2026-10-01", "hasta": "2026-10-31"}
QUERIES = 7


@pytest.fixture
def watcher(client, person_of):
    client.force_login(person_of("auditor", "Irene Casallas"))
    return client


@pytest.fixture
def promise(open_case):
    """A factory of promises that have stopped, each a cycle of its own of one case."""
    case = open_case("El caso", at=datetime(2026, 10, 1, 15, tzinfo=UTC))
    Clock.objects.all().delete()

    def make(state="met", stopped: datetime | None = datetime(2026, 10, 15, 15, tzinfo=UTC), **values) -> Clock:
        said = {"clock": "first_response", "label": "Tiempo de respuesta", "kind": "promise", "target": "4 business hours", "elapsed": "2"}
        cycle = Clock.objects.count() + 1
        row = {"ticket": case, "cycle": cycle, "calendar": "x", "started_at": datetime(2026, 10, 1, 15, tzinfo=UTC), **said, **values}
        return Clock.objects.create(state=state, stopped_at=stopped, **row)

    return make


def of(response) -> dict[str, tuple[int, int, int]]:
    rows = [(part.name, one.figures) for part in response.context["parts"] for _label, one in part.rows]
    return {name: (one.met, one.broken, one.cancelled) for name, one in rows}


def test_a_cycle_counts_in_the_period_in_which_it_stopped_by_the_desks_own_day(promise):
    # 23:59 of 31 October in Bogotá is already November in UTC, and still October's.
    promise(stopped=datetime(2026, 11, 1, 4, 59, tzinfo=UTC))
    promise("breached", stopped=datetime(2026, 11, 1, 5, 0, tzinfo=UTC))
    promise(stopped=datetime(2026, 10, 1, 4, 59, tzinfo=UTC))

    found = figures(stopped_in(OCTOBER), "promesa", "priority")

    assert [(one.met, one.broken) for one in found] == [(1, 0)]


def test_windows_and_what_still_runs_never_count(promise):
    promise(kind="window", clock="closing")
    Clock.objects.filter(pk=promise("breached").pk).update(stopped_at=None)

    assert figures(stopped_in(OCTOBER), "promesa", "priority") == []


def test_what_was_called_off_counts_for_nothing_and_estimates_stand_apart(promise):
    for state in ("met", "met", "breached", "cancelled"):
        promise(state)
    promise("breached", is_estimated=True, clock="resolution", label="Solución")

    found = {one.clock: one for one in figures(stopped_in(OCTOBER), "promesa", "priority")}

    assert (found["first_response"].met, found["first_response"].broken, found["first_response"].cancelled) == (2, 1, 1)
    assert found["first_response"].share == pytest.approx(2 / 3)
    assert found["resolution"].is_estimated
    assert found["resolution"].share == 0


def test_median_and_ninetieth_are_shares_of_the_target_whatever_its_unit(promise):
    for elapsed in ("1", "2", "3", "4", "11/2"):
        promise(elapsed=elapsed, target="< 4 business hours")
    promise("cancelled", elapsed="400")
    promise(elapsed="3", target="date", clock="promised", label="Fecha")

    found = {one.clock: one for one in figures(stopped_in(OCTOBER), "promesa", "priority")}

    assert found["first_response"].median == pytest.approx(0.75)
    assert found["first_response"].ninetieth == pytest.approx(1.225)
    assert found["promised"].median is None


@pytest.mark.parametrize("by", ["promesa", "plan", "prioridad", "cliente", "responsable", "nivel"])
def test_each_number_opens_the_promises_behind_it(watcher, promise, by):
    for state in ("met", "met", "breached", "cancelled"):
        promise(state)
    promise("breached", is_estimated=True)

    response = watcher.get(REPORT, {**DAYS, "por": by})

    counted = 0
    for part in response.context["parts"]:
        for _label, one in part.rows:
            for name, count in (("met", one.figures.met), ("breached", one.figures.broken), ("cancelled", one.figures.cancelled)):
                rows = watcher.get(f"{CASES}{one.query}&resultado={name}").context["rows"]
                assert len(rows) == count
                counted += count
    assert counted == 5


def test_the_cases_come_a_page_at_a_time_and_none_twice(watcher, promise, monkeypatch):
    monkeypatch.setattr("acuerdo.console.views.promises.PAGE", 2)
    made = [promise().pk for _ in range(5)]  # all stopped at one instant

    seen, query = [], "?desde=2026-10-01&hasta=2026-10-31"
    while query:
        context = watcher.get(CASES + query).context
        seen += [one.pk for one, _kind in context["rows"]]
        query = context["following"]

    assert seen == sorted(made, reverse=True)


def test_both_tables_are_for_a_spreadsheet_and_hold_no_formula(watcher, promise, open_case):
    row = promise("breached")
    row.ticket.organisation.name = "=cmd|' /C calc'!A0"
    row.ticket.organisation.save()

    figures_of = read(watcher.get(f"{REPORT}tabla/", {**DAYS, "por": "cliente"}))
    cases = read(watcher.get(f"{CASES}tabla/", DAYS))

    assert figures_of[1][2] == "'=cmd|' /C calc'!A0"
    assert figures_of[1][5:9] == ["0", "1", "0", "0 %"]
    assert cases[1][0] == str(row.ticket.number)
    assert cases[1][2].startswith("'=")
    assert cases[1][10] == "50 %"


def read(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(text.removeprefix("\ufeff").splitlines()))


@pytest.mark.parametrize(
    "query",
    [
        {"desde": "nunca", "hasta": "9999-99-99"},
        {"desde": "0001-01-01", "hasta": "9999-12-31"},
        {"desde": "2026-10-31", "hasta": "2026-10-01"},
        {"por": "otra", "cliente": "x", "responsable": "9" * 400, "nivel": "\x00", "plan": "'", "tras": "2026~x", "promesa": "%"},
        {"cliente": "", "responsable": "", "plan": "", "nivel": "", "prioridad": "", "tras": "2026-10-01T00:00:00~1"},
    ],
)
def test_whatever_an_address_says_is_answered(watcher, promise, query):
    promise()

    for url in (REPORT, f"{REPORT}tabla/", CASES, f"{CASES}tabla/", "/console/supervision/encuestas/"):
        assert watcher.get(url, query).status_code == 200


def test_a_person_who_is_none_has_no_promises(watcher, promise):
    promise()

    assert watcher.get(CASES, {**DAYS, "responsable": "x"}).context["rows"] == []


def test_another_desk_has_its_own(watcher, promise, other_desk):
    promise()
    with in_desk(other_desk.schema_name):
        assert figures(stopped_in(OCTOBER), "promesa", "priority") == []


def test_the_report_costs_the_same_for_many(watcher, promise, django_assert_num_queries):
    promise()
    watcher.get(REPORT, {**DAYS, "por": "cliente"})
    with django_assert_num_queries(QUERIES):
        watcher.get(REPORT, {**DAYS, "por": "cliente"})
    for _ in range(20):
        promise("breached")
    with django_assert_num_queries(QUERIES):
        watcher.get(REPORT, {**DAYS, "por": "cliente"})


def test_what_stopped_in_a_period_is_read_from_its_index(desk):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        assert "clock_kept" in stopped_in(OCTOBER).values("pk").explain()
        # Both would serve what was broken; on a few rows the planner may take either.
        cursor.execute("DROP INDEX clock_kept")
    broken = narrowed(stopped_in(OCTOBER), {"resultado": "breached"}, "").order_by("-stopped_at", "-pk")[:50].explain()
    assert "clock_broken" in broken


@pytest.mark.parametrize(
    ("elapsed", "target", "share"),
    [
        ("7/2", "< 4 business hours", 0.875),
        ("2", "0.5 days, end of day", 4.0),
        ("0", "10 minutes", 0.0),
        ("3", "date", None),
        ("3", "0 hours", None),
        ("3/0", "4 hours", None),
        ("-1", "4 hours", None),
        ("mucho", "4 hours", None),
        ("3", "", None),
        ("3", "cuatro horas", None),
    ],
)
def test_the_database_reckons_the_share_of_a_stopped_clock_and_stumbles_over_nothing(promise, elapsed, target, share):
    assert promise(elapsed=elapsed, target=target).share == share
    assert promise(elapsed=elapsed, target=target, stopped=None).share is None


@pytest.mark.parametrize(("share", "words"), [(1.0, "100 %"), (0.9999, "99,9 %"), (0.986, "98,6 %"), (0.5, "50 %"), (None, "—")])
def test_a_share_that_is_not_whole_is_never_said_to_be(share, words):
    with translation.override("es"):
        assert percent(share) == words


@pytest.mark.parametrize(
    ("elapsed", "target", "words"), [("2", "4 hours", "50 %"), ("1/2", "< 2 days, end of day", "25 %"), ("3", "date", "—")]
)
def test_how_much_of_a_target_was_used(elapsed, target, words):
    with translation.override("es"):
        assert used(elapsed, target) == words


def test_firm_times_and_estimated_ones_of_a_promise_are_told_apart(watcher, promise):
    """As SGM's requests have them: some rows of its catalogue are printed with an asterisk."""
    promise()
    promise(is_estimated=True)
    promise(clock="resolution", label="Solución", is_estimated=True)

    [part] = watcher.get(REPORT, {**DAYS, "por": "promesa"}).context["parts"]

    assert [(row.label, row.mark) for row, _figures in part.rows] == [
        ("Tiempo de respuesta", "tiempo firme"),
        ("Tiempo de respuesta", "tiempo estimado"),
        ("Tiempo estimado solución", "tiempo estimado"),
    ]


def test_a_promise_whose_times_are_all_firm_says_nothing_of_it(watcher, promise):
    promise()

    [part] = watcher.get(REPORT, {**DAYS, "por": "promesa"}).context["parts"]

    assert [row.mark for row, _figures in part.rows] == [""]
