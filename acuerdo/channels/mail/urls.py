"""The administration's pages of this way in."""

from django.urls import path

from acuerdo.channels.mail.views import mailboxes, servers

app_name = "mail"
urlpatterns = [
    path("buzones/", mailboxes.mailboxes, name="mailboxes"),
    path("buzones/novedades/", mailboxes.news, name="news"),
    path("buzones/direcciones/", mailboxes.addresses, name="addresses"),
    path("buzones/salida/", mailboxes.outgoing, name="outgoing"),
    path("buzones/servidor/", servers.server, name="server"),
    path("buzones/imap/nuevo/", servers.mailbox, name="mailbox_new"),
    path("buzones/imap/<int:pk>/", servers.mailbox, name="mailbox"),
    path("buzones/imap/<int:pk>/quitar/", servers.remove, name="mailbox_remove"),
    path("buzones/imap/<int:pk>/mirar/", servers.look, name="mailbox_look"),
]
