"""The administration's pages of this way in."""

from django.urls import path

from acuerdo.channels.mail.views import mailboxes

app_name = "mail"
urlpatterns = [
    path("buzones/", mailboxes.mailboxes, name="mailboxes"),
    path("buzones/novedades/", mailboxes.news, name="news"),
    path("buzones/direcciones/", mailboxes.addresses, name="addresses"),
    path("buzones/salida/", mailboxes.outgoing, name="outgoing"),
]
