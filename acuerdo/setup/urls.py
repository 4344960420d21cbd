"""The pages of this room that a desk has."""

from django.urls import path

from acuerdo.setup.views import absences, administration, mailbox, people, teams

app_name = "setup"
urlpatterns = [
    path("admin/", administration.front, name="administration"),
    path("admin/pasos/", administration.step, name="step"),
    path("admin/personas/", people.people, name="people"),
    path("admin/personas/invitar/", people.new, name="person_new"),
    path("admin/personas/roles/", people.roles, name="roles"),
    path("admin/personas/<int:pk>/", people.person, name="person"),
    path("admin/personas/<int:pk>/acceso/", people.access, name="person_access"),
    path("admin/equipos/", teams.teams, name="teams"),
    path("admin/equipos/nuevo/", teams.edit, name="team_new"),
    path("admin/equipos/<int:pk>/", teams.edit, name="team"),
    path("ausencias/<int:pk>/", absences.absences, name="absences"),
    path("ausencias/borrar/<int:pk>/", absences.remove, name="absence_remove"),
    path("buzon/", mailbox.mails, name="mailbox"),
    path("buzon/escribir/", mailbox.write, name="mailbox_write"),
    path("buzon/<int:pk>/", mailbox.mail, name="mailbox_mail"),
    path("buzon/<int:pk>/html/", mailbox.html, name="mailbox_html"),
    path("buzon/<int:pk>/archivos/<int:place>/", mailbox.file, name="mailbox_file"),
    path("buzon/<int:pk>/responder/", mailbox.answer, name="mailbox_answer"),
]
