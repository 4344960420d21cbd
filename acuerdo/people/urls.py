"""Sign-in, invitations, and the choices of every reader. Sign-in keeps the names that allauth asks for."""

from django.urls import include, path, re_path

from acuerdo.people.views.account import account, others
from acuerdo.people.views.choices import keys, language, theme
from acuerdo.people.views.home import home
from acuerdo.people.views.invitation import invitation
from acuerdo.people.views.password import Asked, AskReset, Changed, Reset
from acuerdo.people.views.sign_in import Inactive, SignIn, SignOut, no_sign_up

own = [
    path("inicio/", home, name="home"),
    path("invitacion/<str:secret>/", invitation, name="invitation"),
    path("cuenta/", account, name="account"),
    path("cuenta/sesiones/", others, name="others"),
    path("idioma/", language, name="language"),
    path("tema/", theme, name="theme"),
    path("teclas/", keys, name="keys"),
]

urlpatterns = [
    path("", include((own, "people"))),
    path("entrar/", SignIn.as_view(), name="account_login"),
    path("salir/", SignOut.as_view(), name="account_logout"),
    path("entrar/inactiva/", Inactive.as_view(), name="account_inactive"),
    path("entrar/nueva/", no_sign_up, name="account_signup"),
    path("clave/", AskReset.as_view(), name="account_reset_password"),
    path("clave/enviada/", Asked.as_view(), name="account_reset_password_done"),
    path("clave/cambiada/", Changed.as_view(), name="account_reset_password_from_key_done"),
    re_path(r"^clave/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", Reset.as_view(), name="account_reset_password_from_key"),
]
