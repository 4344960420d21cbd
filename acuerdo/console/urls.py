"""The agents' pages."""

from django.urls import path

from acuerdo.console.views import case, customer_cases, news, notices, peek, queue, rail

app_name = "console"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("novedades/", news.news, name="news"),
    path("barra/", rail.fragment, name="rail"),
    path("avisos/", notices.notices, name="notices"),
    path("clientes/<int:pk>/casos/", customer_cases.of_organisation, name="customer_cases"),
    path("contratos/<int:pk>/casos/", customer_cases.of_contract, name="contract_cases"),
    path("casos/<int:number>/", case.case, name="case"),
    path("casos/<int:number>/vistazo/", peek.peek, name="peek"),
]
