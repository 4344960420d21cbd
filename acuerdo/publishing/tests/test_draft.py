"""Writing the next version: begun, checked, saved, never overwritten."""

import pytest
from django.utils import timezone

from acuerdo.agreements.queries import LONGEST, current_version
from acuerdo.people.access import as_actor
from acuerdo.publishing.actions.draft import NoDraft, Stale, discard, save, start
from acuerdo.publishing.models import DraftRevision, ManualDraft
from acuerdo.publishing.queries.drafts import open_draft
from acuerdo.publishing.tests.drafts import FASTER, ROW, draft_of, with_faster_solution

DRAFT = "/admin/manual/borrador/"


@pytest.fixture
def admin(person_of):
    return person_of("admin", "Patricia Henao")


@pytest.fixture
def rosa(person_of):
    return person_of("admin", "Rosa Vega")


@pytest.fixture
def browser(client, admin):
    client.force_login(admin)
    return client


@pytest.fixture
def draft(desk, admin):
    return start(current_version(), person=admin, by=as_actor(admin), at=timezone.now())


def test_a_draft_begins_under_the_next_free_name_and_on_a_day_to_come(draft, now):
    assert 'version = "2026.2"' in draft.text
    assert "effective_from = 2026-12-01" in draft.text
    assert draft.text.count("\n") == draft.based_on.text.count("\n")


def test_editing_goes_on_with_the_draft_that_is_there(draft, browser, rosa):
    browser.force_login(rosa)

    answer = browser.post("/admin/manual/borrador/nuevo/")

    assert (answer.status_code, answer["Location"]) == (303, DRAFT)
    assert ManualDraft.objects.count() == 1


def test_the_editor_shows_the_text_and_its_remarks(draft, browser):
    page = browser.get(DRAFT).content.decode()

    assert "Sin errores" in page
    assert "version = &quot;2026.2&quot;" in page
    assert 'data-line="' in page


def test_a_fault_is_said_at_its_line_with_what_would_be_right(draft, browser):
    text = draft.text.replace('calendar = "oficina"', 'calendar = "oficna"', 1)
    line = text[: text.index('"oficna"')].count("\n") + 1

    answer = browser.post("/admin/manual/borrador/revisar/", {"text": text}).content.decode()

    assert f'data-line="{line}"' in answer
    assert "¿quiso decir «oficina»?" in answer
    assert "manual.toml:" not in answer
    assert open_draft().text == draft.text


def test_faults_are_said_in_the_readers_language(draft, browser):
    text = draft.text.replace('calendar = "oficina"', 'calendar = "oficna"', 1)

    answer = browser.post("/admin/manual/borrador/revisar/", {"text": text}, headers={"accept-language": "en"}).content.decode()

    assert "did you mean" in answer


@pytest.mark.parametrize("text", ["", "\x00", "a = " + "[" * 5000, "[manual]\nid = 1\n" * 3, "x" * (LONGEST + 5), "\ud83d\n= = ="])
def test_nothing_that_is_typed_breaks_the_check(draft, browser, text):
    answer = browser.post("/admin/manual/borrador/revisar/", {"text": text.encode("utf-8", "replace").decode()})

    assert answer.status_code == 200
    assert "remark--fault" in answer.content.decode()


def test_without_script_a_button_reviews_and_loses_nothing(draft, browser):
    answer = browser.post(DRAFT, {"text": "roto = ", "revision": "1", "do": "review"})

    assert answer.status_code == 200
    assert "roto = " in answer.content.decode()
    assert "remark--fault" in answer.content.decode()
    assert open_draft().revision == 1


def test_a_text_with_faults_is_kept_too(draft, browser):
    answer = browser.post(DRAFT, {"text": "roto = ", "revision": "1", "do": "save"})

    assert answer.status_code == 303
    assert open_draft().text == "roto = \n"


def test_a_form_saves_the_line_ends_of_a_file(draft, browser):
    browser.post(DRAFT, {"text": draft.text.replace("\n", "\r\n"), "revision": "1", "do": "save"})

    assert open_draft().text == draft.text
    assert open_draft().revision == 1


def test_the_examples_that_a_changed_number_moves_are_put_right_at_a_press(draft, browser):
    changed = draft.text.replace(ROW, FASTER)
    page = browser.post("/admin/manual/borrador/revisar/", {"text": changed}).content.decode()
    assert "ya no sale" in page

    mended = browser.post(DRAFT, {"text": changed, "revision": "1", "do": "mend"})

    assert mended.context["review"].faults == ()
    assert FASTER in mended.context["text"]
    assert open_draft().revision == 1


def test_printed_words_that_still_say_the_old_number_are_pointed_at(draft, browser):
    page = browser.post("/admin/manual/borrador/revisar/", {"text": with_faster_solution(draft.text)}).content.decode()

    assert "La meta era «menos de 6 horas hábiles» y ahora es «menos de 4 horas hábiles»" in page


def test_of_two_editors_neither_loses_a_word(draft, browser, rosa):
    save(draft.text + "# De Rosa\n", 1, person=rosa, by=as_actor(rosa), at=timezone.now())

    answer = browser.post(DRAFT, {"text": draft.text + "# De Patricia\n", "revision": "1", "do": "save"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Rosa Vega guardó el borrador" in page
    assert "<code># De Rosa</code>" in page
    assert "<code># De Patricia</code>" in page
    assert open_draft().text.endswith("# De Rosa\n")
    assert DraftRevision.objects.get(number=None).text.endswith("# De Patricia\n")


def test_after_looking_the_later_one_may_save_hers_and_the_other_text_stays_in_the_history(draft, browser, rosa):
    save(draft.text + "# De Rosa\n", 1, person=rosa, by=as_actor(rosa), at=timezone.now())

    browser.post(DRAFT, {"text": draft.text + "# De las dos\n", "revision": "2", "do": "save"})

    assert open_draft().text.endswith("# De las dos\n")
    assert DraftRevision.objects.get(number=2).text.endswith("# De Rosa\n")


def test_a_late_save_from_the_editor_is_shown_in_the_whole_page(draft, browser, rosa):
    save(draft.text + "# De Rosa\n", 1, person=rosa, by=as_actor(rosa), at=timezone.now())

    answer = browser.post(DRAFT, {"text": "otro", "revision": "1", "do": "save"}, headers={"hx-request": "true"})

    assert (answer["HX-Retarget"], answer["HX-Reselect"]) == ("#main", "#main")


@pytest.mark.parametrize("revision", ["", "0", "x", "-1", "9" * 40, "٣"])
def test_a_made_up_revision_overwrites_nothing(draft, browser, revision):
    assert browser.post(DRAFT, {"text": "otro", "revision": revision, "do": "save"}).status_code == 422
    assert open_draft().text == draft.text


def test_what_was_typed_into_a_draft_that_is_gone_comes_back(draft, browser, admin):
    discard(1, by=as_actor(admin), at=timezone.now())

    answer = browser.post(DRAFT, {"text": "lo mío", "revision": "1", "do": "save"})

    assert answer.status_code == 422
    assert "lo mío" in answer.content.decode()
    with pytest.raises(NoDraft):
        save("x", 1, person=admin, by=as_actor(admin), at=timezone.now())


def test_a_draft_that_somebody_changed_is_not_put_away_unseen(draft, admin):
    save(draft.text + "# más\n", 1, person=admin, by=as_actor(admin), at=timezone.now())

    with pytest.raises(Stale):
        discard(1, by=as_actor(admin), at=timezone.now())


def test_the_draft_goes_back_to_an_earlier_text_as_a_new_revision(desk, browser, admin, now):
    draft = draft_of(admin, now)
    first = draft.revisions.get(number=1)

    browser.post(f"{DRAFT}historial/{first.pk}/", {"revision": draft.revision})

    assert (open_draft().text, open_draft().revision) == (first.text, 3)


def test_the_difference_is_told_in_the_manuals_own_terms(desk, browser, admin, now):
    draft_of(admin, now)

    page = browser.get(f"{DRAFT}cambios/").content.decode()

    assert "Plan Empresarial, Crítico, tiempo estimado solución" in page
    assert "6 → 4 horas hábiles" in page


def test_the_preview_is_the_public_page_of_the_draft_in_a_frame_of_ours_only(desk, browser, admin, now):
    draft_of(admin, now)

    sheet = browser.get(f"{DRAFT}hoja/")

    assert "2026.2" in sheet.content.decode()
    assert "frame-ancestors 'self'" in sheet["Content-Security-Policy"]
    assert sheet["X-Frame-Options"] == "SAMEORIGIN"


def test_a_draft_with_faults_has_no_preview(draft, browser):
    browser.post(DRAFT, {"text": "roto = ", "revision": "1"})

    assert browser.get(f"{DRAFT}hoja/").status_code == 404
    assert browser.get(f"{DRAFT}vista/").status_code == 200
    assert browser.get(f"{DRAFT}cambios/").status_code == 200
    assert browser.get(f"{DRAFT}publicar/")["Location"] == DRAFT


def test_the_editor_asks_the_database_little(draft, browser, django_assert_max_num_queries):
    browser.get(DRAFT)

    with django_assert_max_num_queries(16):
        browser.get(DRAFT)
    with django_assert_max_num_queries(9):
        browser.post("/admin/manual/borrador/revisar/", {"text": draft.text})
