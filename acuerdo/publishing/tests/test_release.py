"""Publishing: its day, its name, once; then it never changes, and open cases stay on theirs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from acuerdo.agreements.actions.publish import publish
from acuerdo.agreements.actions.publishable import BadName, BeforeAnother, InThePast, NameTaken, TooFar, next_name
from acuerdo.agreements.models import ManualVersion, Unchangeable
from acuerdo.agreements.queries import current_version, version_at
from acuerdo.events.models import Event
from acuerdo.events.queries import broken
from acuerdo.people.access import as_actor
from acuerdo.publishing.actions.draft import NoDraft, Stale, save
from acuerdo.publishing.actions.release import release
from acuerdo.publishing.queries.drafts import open_draft
from acuerdo.publishing.queries.lines import line_of, with_day, with_version
from acuerdo.publishing.tests.drafts import draft_of
from acuerdo.tickets.models import Ticket

RELEASE = "/admin/manual/borrador/publicar/"


@pytest.fixture
def admin(person_of):
    return person_of("admin", "Patricia Henao")


@pytest.fixture
def browser(client, admin):
    client.force_login(admin)
    return client


def form(draft, **said):
    day = next(line for line in draft.text.split("\n") if line.startswith("effective_from")).partition("= ")[2]
    return {"revision": draft.revision, "day": day, "note": "Más rápido.", "tell": "nobody", **said}


def test_publishing_from_the_page_and_open_cases_stay_on_their_version(open_case, browser, admin):
    case = open_case(at=timezone.now() - timedelta(hours=1))
    today = timezone.localdate()
    draft = draft_of(admin, timezone.now())
    draft = save(with_day(draft.text, today), draft.revision, person=admin, by=as_actor(admin), at=timezone.now())

    page = browser.get(RELEASE).content.decode()
    assert "6 → 4 horas hábiles" in page
    assert "1 caso abierto sigue con la versión con la que empezó" in page
    answer = browser.post(RELEASE, form(draft))

    assert (answer.status_code, answer["Location"]) == (303, "/admin/manual/versiones/2026.2/")
    assert current_version().version == "2026.2"
    assert Ticket.objects.get(pk=case.pk).manual.version == "2026.1"
    assert open_case("Otro", at=timezone.now()).manual.version == "2026.2"
    assert open_draft() is None
    assert "Más rápido." in browser.get(answer["Location"]).content.decode()


def test_another_day_is_written_into_the_text_and_shown_before_anything_is_published(browser, admin):
    draft = draft_of(admin, timezone.now())
    day = timezone.localdate() + timedelta(days=40)

    page = browser.post(RELEASE, form(draft, day=day.isoformat())).content.decode()

    assert ManualVersion.objects.count() == 1
    assert f"<ins>effective_from = {day}</ins>" in page
    assert "Más rápido." in page
    assert f"effective_from = {day}\n" in open_draft().text
    assert open_draft().revision == draft.revision + 1


def test_a_draft_that_changed_after_the_page_was_opened_is_not_published(browser, admin):
    draft = draft_of(admin, timezone.now())
    save(draft.text + "# más\n", draft.revision, person=admin, by=as_actor(admin), at=timezone.now())

    answer = browser.post(RELEASE, form(draft))

    assert answer.status_code == 422
    assert "Más rápido." in answer.content.decode()
    assert ManualVersion.objects.count() == 1


def test_a_taken_name_is_said_at_its_line_and_refused(browser, admin):
    draft = draft_of(admin, timezone.now(), change=lambda text: with_version(text, "2026.1"))
    line = line_of(draft.text, "version")

    assert f'data-line="{line}" data-kind="stop"' in browser.get("/admin/manual/borrador/").content.decode()
    answer = browser.post(RELEASE, form(draft))

    assert answer.status_code == 422
    assert "ya está publicada y no cambia; ponga otra, por ejemplo «2026.2»" in answer.content.decode()


@pytest.fixture
def text(desk):
    return with_day(with_version(current_version().text, "2027.1"), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (lambda text: with_version(text, "2026.1"), NameTaken),
        (lambda text: with_version(text, "2027/1"), BadName),
        (lambda text: with_version(text, "2027.1 de todos los planes"), BadName),
        (lambda text: with_version(text, ".."), BadName),
        (lambda text: with_day(text, date(2026, 11, 19)), InThePast),
        (lambda text: with_day(text, date(2036, 11, 19)), TooFar),
    ],
)
def test_what_is_not_published(text, by, now, change, refusal):
    with pytest.raises(refusal):
        publish(change(text), by=by, at=now)
    assert ManualVersion.objects.count() == 1


def test_no_version_comes_before_one_that_is_published(text, by, now):
    publish(text, by=by, at=now)

    with pytest.raises(BeforeAnother):
        publish(with_day(with_version(text, "2027.2"), date(2026, 11, 25)), by=by, at=now)
    assert publish(with_version(text, "2027.2"), by=by, at=now)


def test_today_is_the_manuals_day_not_greenwichs(text, by):
    evening = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)  # Friday the 20th, 20:30 in Bogotá

    version = publish(with_day(text, date(2026, 11, 20)), by=by, at=evening)

    assert version.effective_from == date(2026, 11, 20)


def test_a_version_is_in_force_from_midnight_here(text, by, now):
    publish(text, by=by, at=now)

    assert version_at(datetime(2026, 12, 1, 4, 59, tzinfo=UTC)).version == "2026.1"
    assert version_at(datetime(2026, 12, 1, 5, 0, tzinfo=UTC)).version == "2027.1"


def test_of_two_who_publish_the_second_finds_no_draft(admin, now):
    draft = draft_of(admin, now)
    release(draft.revision, tell="nobody", note="", by=as_actor(admin), at=now)

    with pytest.raises(NoDraft):
        release(draft.revision, tell="nobody", note="", by=as_actor(admin), at=now)
    assert ManualVersion.objects.count() == 2


def test_a_seen_revision_only_is_published(admin, now):
    draft = draft_of(admin, now)

    with pytest.raises(Stale):
        release(draft.revision - 1, tell="nobody", note="", by=as_actor(admin), at=now)


def test_a_published_version_never_changes_and_never_goes(desk):
    version = ManualVersion.objects.get()

    version.title = "Otro"
    for attempt in (version.save, version.delete, ManualVersion.objects.all().delete, lambda: ManualVersion.objects.update(title="Otro")):
        with pytest.raises(Unchangeable):
            attempt()
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM agreements_manualversion")
        assert cursor.fetchall() == [("Acuerdos de nivel de servicio",)]


def test_what_was_done_to_the_manual_is_on_record(admin, now):
    draft = draft_of(admin, now)
    version = release(draft.revision, tell="nobody", note="", by=as_actor(admin), at=now + timedelta(hours=1))

    kinds = list(Event.objects.filter(subject_kind="manual_draft", subject_id=draft.pk).order_by("position").values_list("kind", flat=True))
    assert kinds == ["manual.draft_started", "manual.draft_saved", "manual.draft_published"]
    assert Event.objects.get(kind="manual.published", subject_id=version.pk).actor_id == admin.pk
    assert list(broken(Event.objects.order_by("subject_kind", "subject_id", "position"))) == []


@pytest.mark.parametrize(
    ("name", "taken", "free"),
    [("2026.1", ["2026.1"], "2026.2"), ("2026.1", ["2026.1", "2026.2"], "2026.3"), ("v", ["v"], "v-1"), ("9", ["9"], "10")],
)
def test_the_next_name_is_free(name, taken, free):
    assert next_name(name, taken) == free


def test_only_the_one_line_of_a_text_changes(text):
    moved = with_day(text.replace("effective_from = 2026-12-01", "effective_from   =   2026-12-01 # desde diciembre"), date(2027, 2, 1))

    assert "effective_from   =   2027-02-01 # desde diciembre" in moved
    assert moved.count("\n") == text.count("\n")
