"""The customer's addresses. Mails link to `case` and `decide`: these two never change."""

from django.urls import path

from acuerdo.portal.views import (
    approving,
    area,
    asking,
    case,
    checking,
    confirmation,
    decision,
    drafts,
    files,
    front,
    messages,
    missing,
    public,
    report,
)

app_name = "portal"
urlpatterns = [
    path("", front.front, name="front"),
    path("mi-area/", area.area, name="area"),
    path("reportar/", report.create, name="report"),
    path("formulario/", public.create, name="public"),
    path("formulario/recibido/", public.received, name="public_received"),
    path("casos/<int:number>/completar/", missing.create, name="missing"),
    path("casos/<int:number>/confirmar/", confirmation.create, name="confirmation"),
    path("casos/<int:number>/", case.show, name="case"),
    path("casos/<int:number>/recibido/", report.received, name="received"),
    path("casos/<int:number>/mensajes/", messages.create, name="messages"),
    path("casos/<int:number>/borrador/", drafts.update, name="drafts"),
    path("casos/<int:number>/borrador/archivos/", drafts.files, name="draft_files"),
    path("casos/<int:number>/borrador/archivos/<int:pk>/", drafts.file, name="draft_file"),
    path("casos/<int:number>/decision/", decision.create, name="decision"),
    path("casos/<int:number>/archivos/<int:pk>/", files.download, name="file"),
    path("casos/<int:number>/mensajes/<int:pk>/formato/", files.markup, name="markup"),
    path("casos/<int:number>/escalar/", asking.escalation, name="escalation"),
    path("casos/<int:number>/objecion/", asking.objection, name="objection"),
    path("acordar/<str:token>/", asking.accord_by_link, name="accord_by_link"),
    path("casos/<int:number>/aprobaciones/<int:pk>/", approving.decide, name="approval"),
    path("casos/<int:number>/verificaciones/<int:pk>/", checking.tick, name="check"),
    path("aprobar/<str:token>/", approving.by_link, name="approval_by_link"),
    path("decidir/<str:token>/", decision.by_link, name="decide"),
]
