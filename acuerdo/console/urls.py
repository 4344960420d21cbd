"""The agents' pages."""

from django.urls import path

from acuerdo.console.views import (
    case,
    compliance,
    customer_cases,
    filters,
    history,
    new_case,
    news,
    notices,
    palette,
    paper,
    peek,
    person_cases,
    promises,
    queue,
    rail,
    saved,
    supervision,
    tasks,
    wall,
)

app_name = "console"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("novedades/", news.news, name="news"),
    path("filtros/", filters.choose, name="filters"),
    path("vistas/", saved.keep, name="keep_view"),
    path("vistas/<int:pk>/quitar/", saved.forget, name="forget_view"),
    path("tareas/", tasks.tasks, name="tasks"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("supervision/cumplimiento/", compliance.compliance, name="compliance"),
    path("supervision/cumplimiento/tabla/", compliance.export, name="compliance_csv"),
    path("supervision/promesas/", promises.promises, name="promises"),
    path("supervision/promesas/tabla/", promises.export, name="promises_csv"),
    path("supervision/encuestas/", promises.answers, name="answers"),
    path("muro/", wall.wall, name="wall"),
    path("paleta/", palette.palette, name="palette"),
    path("barra/", rail.fragment, name="rail"),
    path("avisos/", notices.notices, name="notices"),
    path("clientes/<int:pk>/casos/", customer_cases.of_organisation, name="customer_cases"),
    path("personas/<int:pk>/casos/", person_cases.of_person, name="person_cases"),
    path("contratos/<int:pk>/casos/", customer_cases.of_contract, name="contract_cases"),
    path("casos/nuevo/", new_case.create, name="new"),
    path("casos/<int:number>/", case.case, name="case"),
    path("casos/<int:number>/vistazo/", peek.peek, name="peek"),
    path("casos/<int:number>/historia/", history.history, name="history"),
    path("casos/<int:number>/imprimir/", paper.paper, name="print"),
]
