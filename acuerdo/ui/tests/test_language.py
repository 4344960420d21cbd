"""Words said once a language are those that Django says."""

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import deactivate_all, gettext, gettext_lazy, ngettext, override, trans_real


def test_each_language_says_its_own_words_however_often_they_are_asked_for() -> None:
    said = []
    for language in ("es", "en", "es", "en"):
        with override(language):
            said.append((gettext("Relojes"), str(gettext_lazy("Relojes")), ngettext("%(n)d hecho", "%(n)d hechos", 2)))
            assert gettext("Relojes") == trans_real.gettext("Relojes")

    assert said[0] == said[2] == ("Relojes", "Relojes", "%(n)d hechos")
    assert said[1] == said[3]
    assert said[1][0] == said[1][1] == "Clocks"


def test_what_is_safe_as_markup_stays_so_and_what_is_not_does_not_become_it() -> None:
    with override("en"):
        assert not isinstance(gettext("Relojes"), SafeString)
        assert isinstance(gettext(mark_safe("Relojes")), SafeString)
        assert not isinstance(gettext("Relojes"), SafeString)


def test_words_that_nobody_translated_and_none_at_all_stay_as_they_are() -> None:
    with override("en"):
        assert gettext("nadie dice esto") == "nadie dice esto"
        assert gettext("") == ""
    with override(None):
        deactivate_all()
        assert gettext("Relojes") == "Relojes"
