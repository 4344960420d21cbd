"""The manual's addresses, open to all."""

from django.urls import path

from acuerdo.publishing.views import manual

app_name = "publishing"
urlpatterns = [
    path("", manual.show, name="manual"),
    path("versiones/<str:version>/", manual.show, name="version"),
]
