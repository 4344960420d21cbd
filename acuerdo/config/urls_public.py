"""The addresses of the installation itself: the list of desks of a demonstration."""

from django.urls import path

from acuerdo.setup.views.desks import desk_list

handler404 = "acuerdo.ui.views.not_found"
handler500 = "acuerdo.ui.views.server_error"

urlpatterns = [path("", desk_list, name="desks")]
