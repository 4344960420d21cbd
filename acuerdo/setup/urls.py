"""The pages of this room that a desk has."""

from django.urls import path

from acuerdo.setup.views import administration, mailbox

app_name = "setup"
urlpatterns = [
    path("admin/", administration.front, name="administration"),
    path("buzon/", mailbox.mails, name="mailbox"),
    path("buzon/escribir/", mailbox.write, name="mailbox_write"),
    path("buzon/<int:pk>/", mailbox.mail, name="mailbox_mail"),
    path("buzon/<int:pk>/html/", mailbox.html, name="mailbox_html"),
    path("buzon/<int:pk>/archivos/<int:place>/", mailbox.file, name="mailbox_file"),
    path("buzon/<int:pk>/responder/", mailbox.answer, name="mailbox_answer"),
]
