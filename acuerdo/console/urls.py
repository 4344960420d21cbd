"""The agents' pages."""

from django.urls import path

from acuerdo.console.views import (
    case,
    customer_cases,
    filters,
    new_case,
    news,
    notices,
    peek,
    person_cases,
    queue,
    rail,
    saved,
    tasks,
)

app_name = "console"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("novedades/", news.news, name="news"),
    path("filtros/", filters.choose, name="filters"),
    path("vistas/", saved.keep, name="keep_view"),
    path("vistas/<int:pk>/quitar/", saved.forget, name="forget_view"),
    path("tareas/", tasks.tasks, name="tasks"),
    path("barra/", rail.fragment, name="rail"),
    path("avisos/", notices.notices, name="notices"),
    path("clientes/<int:pk>/casos/", customer_cases.of_organisation, name="customer_cases"),
    path("personas/<int:pk>/casos/", person_cases.of_person, name="person_cases"),
    path("contratos/<int:pk>/casos/", customer_cases.of_contract, name="contract_cases"),
    path("casos/nuevo/", new_case.create, name="new"),
    path("casos/<int:number>/", case.case, name="case"),
    path("casos/<int:number>/vistazo/", peek.peek, name="peek"),
]
