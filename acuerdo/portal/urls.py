"""The customer's addresses. Mails link to `case` and `decide`: these two never change."""

from django.urls import path

from acuerdo.portal.views import area, case, decision, files, front, messages, report

app_name = "portal"
urlpatterns = [
    path("", front.front, name="front"),
    path("mi-area/", area.area, name="area"),
    path("reportar/", report.create, name="report"),
    path("casos/<int:number>/", case.show, name="case"),
    path("casos/<int:number>/recibido/", report.received, name="received"),
    path("casos/<int:number>/mensajes/", messages.create, name="messages"),
    path("casos/<int:number>/decision/", decision.create, name="decision"),
    path("casos/<int:number>/archivos/<int:pk>/", files.download, name="file"),
    path("casos/<int:number>/mensajes/<int:pk>/formato/", files.markup, name="markup"),
    path("decidir/<str:token>/", decision.by_link, name="decide"),
]
