"""The manual's addresses: those that are open to all, and those of the administration."""

from django.urls import path

from acuerdo.publishing.views import accept, draft, drafted, effect, manual, paper, release, versions

app_name = "publishing"
urlpatterns = [
    path("acuerdo/", manual.show, name="manual"),
    path("acuerdo/manual.pdf", paper.show, name="paper"),
    path("acuerdo/aceptar/<str:token>/", accept.by_link, name="accept_by_link"),
    path("acuerdo/versiones/<str:version>/", manual.show, name="version"),
    path("acuerdo/versiones/<str:version>/manual.pdf", paper.show, name="version_paper"),
    path("acuerdo/versiones/<str:version>/cambios/", manual.changes, name="version_changes"),
    path("acuerdo/versiones/<str:version>/aceptar/", accept.create, name="accept"),
    path("admin/manual/", versions.index, name="versions"),
    path("admin/manual/versiones/<str:version>/", versions.show, name="told"),
    path("admin/manual/versiones/<str:version>/aceptaciones.csv", versions.export, name="told_csv"),
    path("admin/manual/borrador/", draft.edit, name="draft"),
    path("admin/manual/borrador/nuevo/", draft.create, name="start"),
    path("admin/manual/borrador/revisar/", draft.check, name="check"),
    path("admin/manual/borrador/apartar/", draft.put_away, name="discard"),
    path("admin/manual/borrador/cambios/", drafted.changes, name="draft_changes"),
    path("admin/manual/borrador/vista/", drafted.preview, name="preview"),
    path("admin/manual/borrador/hoja/", drafted.sheet, name="sheet"),
    path("admin/manual/borrador/historial/", drafted.history, name="history"),
    path("admin/manual/borrador/historial/<int:kept>/", drafted.revision, name="revision"),
    path("admin/manual/borrador/efecto/", effect.show, name="effect"),
    path("admin/manual/borrador/efecto/casos/", effect.cases, name="effect_cases"),
    path("admin/manual/borrador/publicar/", release.publish, name="release"),
]
