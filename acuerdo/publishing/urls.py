"""The manual's addresses, open to all."""

from django.urls import path

from acuerdo.publishing.views import manual, paper

app_name = "publishing"
urlpatterns = [
    path("", manual.show, name="manual"),
    path("manual.pdf", paper.show, name="paper"),
    path("versiones/<str:version>/", manual.show, name="version"),
    path("versiones/<str:version>/manual.pdf", paper.show, name="version_paper"),
]
