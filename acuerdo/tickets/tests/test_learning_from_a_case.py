"""What the desk learns from a case: the review that some owe, and the article that it deserves."""

from datetime import timedelta

import pytest
from django.urls import reverse

from acuerdo.events.events import Actor
from acuerdo.tickets.actions.decide import approve
from acuerdo.tickets.actions.learn import Findings, ReviewIncomplete, deserve_article, settle_idea, write_review
from acuerdo.tickets.models import ArticleIdea, Review, Task
from acuerdo.tickets.queries import article_ideas
from acuerdo.tickets.tests.desks import Story, solution_of
from acuerdo.tickets.tests.reacting import react_all

HOUR = timedelta(hours=1)


def test_a_review_is_owed_after_an_incident_of_severity_one_and_says_all(desk, now):  # SOP-009
    """SOP-033, SOP-034."""
    story = Story("soporte")
    case = story.case(now, severity="s1")
    story.solved(case, now + HOUR)
    approve(case.pk, solution_of(case).pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)
    react_all()

    assert Task.objects.get(ticket=case).text == "Escribir la revisión posterior al incidente"
    with pytest.raises(ReviewIncomplete) as refusal:
        write_review(case.pk, Findings(happened="Cayó la troncal", cause="", actions=""), by=story.by, at=now + 3 * HOUR)
    assert refusal.value.facts["missing"] == ["causa", "acciones"]
    found = Findings(happened="Cayó la troncal", cause="Un disco", actions="Cambiarlo", owner=story.agent, due_on=now.date())
    write_review(case.pk, found, by=story.by, at=now + 3 * HOUR)
    assert Review.objects.get(ticket=case).owner == story.agent


def test_a_common_case_owes_no_review(desk, now):
    story = Story("soporte")
    case = story.case(now, severity="s4")
    story.solved(case, now + HOUR)
    approve(case.pk, solution_of(case).pk, by=Actor("contact", story.contact.pk, "Diana"), at=now + 2 * HOUR)
    react_all()

    assert not Task.objects.filter(ticket=case).exists()


def test_a_case_that_deserves_an_article_is_listed_until_it_is_written(open_case, by, now):
    case = open_case()
    deserve_article(case.pk, "Reiniciar la troncal", by=by, at=now)
    deserve_article(case.pk, "", by=by, at=now)

    assert [idea.text for idea in article_ideas()] == ["Reiniciar la troncal"]
    settle_idea(ArticleIdea.objects.get().pk, at=now)
    assert list(article_ideas()) == []


def test_solving_prompts_for_an_article(signed_in, open_case, now):
    case = open_case()
    url = reverse("tickets:solution", args=[case.number])
    assert "Merece un artículo" in signed_in.get(url).content.decode()

    signed_in.post(
        url, {"text": "Listo", "evidence-solucion": "Reinicio", "article": "1", "article_words": "La troncal", "key": "una-llave"}
    )

    assert ArticleIdea.objects.get(ticket=case).text == "La troncal"
    assert "La troncal" in signed_in.get(reverse("tickets:ideas")).content.decode()
