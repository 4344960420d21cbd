"""Where new cases go: the desk's rules in their order, a trial of them, and what people know."""

from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acuerdo.agreements.queries import agreement_of, current_version
from acuerdo.core.agreements import Agreement
from acuerdo.core.tickets import covered_by
from acuerdo.people.access import ADMINISTER, SignedInRequest, acting, needs
from acuerdo.people.queries import history_of
from acuerdo.tickets.actions.place import as_route, destination
from acuerdo.tickets.actions.save_rule import move_rule, remove_rule, save_rule
from acuerdo.tickets.actions.save_skill import save_skill
from acuerdo.tickets.forms.rules import RuleForm, SkillForm, TrialForm
from acuerdo.tickets.models import RoutingRule, Skill
from acuerdo.tickets.views.rules_in_words import in_manual, names_of_skills, outcome, sentence

SUBJECTS = {"rule": RoutingRule, "skill": Skill}


@dataclass(frozen=True, slots=True)
class Line:
    """A rule: its number, its sentence, and the number of the rule before it that leaves it nothing (None: it has its cases)."""

    rule: RoutingRule
    number: int
    words: str
    covered: int | None


@require_safe
@needs(ADMINISTER)
def rules(request: SignedInRequest) -> HttpResponse:
    """List them; asked with a case, say where it would go now."""
    agreement = agreement_of(current_version())
    lines = lines_of(agreement)
    trial = TrialForm(request.GET if "probar" in request.GET else None, agreement=agreement, auto_id="trial-%s")
    answer = ""
    if trial.is_bound and trial.is_valid():
        now = timezone.now()
        to = destination(trial.facts, agreement, at=now)
        number = next((line.number for line in lines if to.rule is not None and line.rule.pk == to.rule.pk), 0)
        answer = outcome(to, number, agreement, at=now)
    context = {
        "lines": lines,
        "trial": trial,
        "answer": answer,
        "skills": Skill.objects.prefetch_related("people"),
        "by_manual": [
            *((kind.label, kind.team) for kind in agreement.types.values() if kind.team),
            *((product.label, product.team) for product in agreement.products.values() if product.team),
        ],
        "history": history_of(Q(subject_kind__in=SUBJECTS), SUBJECTS, happened, partial(in_manual, agreement)),
    }
    return render(request, "tickets/rules.html", context)


def lines_of(agreement: Agreement) -> list[Line]:
    """The rules in the order in which they are asked."""
    found = list(RoutingRule.objects.select_related("team", "person", "organisation").order_by("place", "pk"))
    routes, skills = [as_route(rule) for rule in found], names_of_skills()
    lines = []
    for place, rule in enumerate(found):
        covered = covered_by(routes, place)
        lines.append(Line(rule, place + 1, sentence(rule, agreement, skills), None if covered is None else covered + 1))
    return lines


def happened(kind: str, new: bool) -> str:
    """Say what a change of these was."""
    return {
        "rule.kept": _("creó una regla de reparto") if new else _("cambió una regla de reparto"),
        "rule.removed": _("quitó una regla de reparto"),
        "skill.kept": _("anotó qué saben") if new else _("cambió qué saben"),
    }.get(kind, "")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def edit(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Make a rule, the last of all, or change one."""
    rule = get_object_or_404(RoutingRule.objects.select_related("organisation"), pk=pk) if pk is not None else None
    form = RuleForm(request.POST if request.method == "POST" else None, agreement=agreement_of(current_version()), rule=rule)
    if request.method == "POST" and form.is_valid():
        saved = save_rule(pk, form.values, by=acting(request), at=timezone.now())
        messages.success(request, sentence(saved, form.agreement, names_of_skills()))
        return redirect("rules")
    return render(request, "tickets/rule_form.html", {"form": form, "rule": rule}, status=422 if form.is_bound else 200)


@require_POST
@needs(ADMINISTER)
def order(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a rule one place up (`hacia=arriba`) or down, or take it away."""
    rule = get_object_or_404(RoutingRule, pk=pk)
    by, at, to = acting(request), timezone.now(), request.POST.get("hacia")
    if to == "fuera":
        remove_rule(rule.pk, by=by, at=at)
        messages.success(request, _("La regla ya no está. Los casos que repartió siguen donde están."))
    elif to in {"arriba", "abajo"}:
        move_rule(rule.pk, -1 if to == "arriba" else 1, by=by, at=at)
    return redirect("rules")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ADMINISTER)
def skill(request: SignedInRequest, pk: int | None = None) -> HttpResponse:
    """Write down what some people know."""
    found = get_object_or_404(Skill, pk=pk) if pk is not None else None
    form = SkillForm(request.POST if request.method == "POST" else None, skill=found)
    if request.method == "POST" and form.is_valid():
        saved = save_skill(pk, form.values, form.cleaned_data["people"], by=acting(request), at=timezone.now())
        messages.success(request, _("%(name)s quedó guardado.") % {"name": saved.name})
        return redirect("rules")
    return render(request, "tickets/skill_form.html", {"form": form, "skill": found}, status=422 if form.is_bound else 200)
