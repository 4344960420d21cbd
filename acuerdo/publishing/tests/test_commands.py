"""The same from the command line."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from acuerdo.agreements.models import ManualVersion
from acuerdo.agreements.queries import current_version
from acuerdo.publishing.queries.lines import with_day, with_version
from acuerdo.publishing.tests.drafts import with_faster_solution

DESK = "proware_test"


@pytest.fixture
def file(desk, tmp_path):
    text = with_faster_solution(current_version().text)
    path = tmp_path / "siguiente.toml"
    path.write_text(with_day(with_version(text, "2030.1"), timezone.localdate() + timedelta(days=3)), encoding="utf-8")
    return path


def said(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_a_file_is_published_once(file):
    assert "2030.1: publicada" in said("manual_publish", str(file), "--desk", DESK)
    assert ManualVersion.objects.filter(version="2030.1").exists()
    with pytest.raises(CommandError, match=r"ya está publicada"):
        said("manual_publish", str(file), "--desk", DESK)


def test_a_file_with_faults_is_not_published_and_all_of_them_are_said(file):
    file.write_text("[manual]\n", encoding="utf-8")

    with pytest.raises(CommandError, match=r"manual.toml:1: "):
        said("manual_publish", str(file), "--desk", DESK)


def test_a_replay_says_how_many_would_have_been_late_and_stores_nothing(file, open_case):
    open_case(at=timezone.now() - timedelta(days=2))

    assert "de 1 casos" in said("manual_replay", str(file), "--desk", DESK)
    assert ManualVersion.objects.count() == 1


def test_a_desk_that_is_none_is_said(file):
    with pytest.raises(CommandError, match="nowhere"):
        said("manual_replay", str(file), "--desk", "nowhere")
