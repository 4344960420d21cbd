"""The addresses of a desk."""

from django.urls import include, path

from acuerdo.people.views.live import token
from acuerdo.tickets.views import all_tags, contingency, rules, wordings

handler400 = "acuerdo.ui.views.bad_request"
handler403 = "acuerdo.ui.views.forbidden"
handler404 = "acuerdo.ui.views.not_found"
handler500 = "acuerdo.ui.views.server_error"

urlpatterns = [
    path("live/token", token, name="live_token"),
    # What is looked at all day is found first: Django tries one address after the other.
    path("console/", include("acuerdo.console.urls")),
    path("console/", include("acuerdo.tickets.urls")),
    path("", include("acuerdo.ui.urls")),
    path("", include("acuerdo.people.urls")),
    path("", include("acuerdo.setup.urls")),
    path("admin/plantillas/", wordings.index, name="wordings"),
    path("admin/plantillas/<slug:template>/<slug:language>/", wordings.edit, name="wording"),
    path("admin/plantillas/<slug:template>/<slug:language>/vista/", wordings.show, name="wording_look"),
    path("", include("acuerdo.notifications.urls")),
    path("admin/rutas/", rules.rules, name="rules"),
    path("admin/rutas/nueva/", rules.edit, name="rule_new"),
    path("admin/rutas/<int:pk>/", rules.edit, name="rule"),
    path("admin/rutas/<int:pk>/orden/", rules.order, name="rule_order"),
    path("admin/rutas/conocimientos/nuevo/", rules.skill, name="skill_new"),
    path("admin/rutas/conocimientos/<int:pk>/", rules.skill, name="skill"),
    path("admin/etiquetas/", all_tags.tags, name="tags"),
    path("admin/contingencia/", contingency.show, name="contingency"),
    path("admin/contingencia/<int:pk>/fin/", contingency.finish, name="contingency_end"),
    path("admin/", include("acuerdo.agreements.urls")),
    path("admin/", include("acuerdo.channels.mail.urls")),
    path("admin/", include("acuerdo.customers.urls")),
    path("", include("acuerdo.audit.urls")),
    path("", include("acuerdo.automation.urls")),
    path("encuesta/", include("acuerdo.satisfaction.urls")),
    path("", include("acuerdo.publishing.urls")),
    path("", include("acuerdo.portal.urls")),
]
