"""The desk's own colour as a style sheet, since pages carry no inline style."""

from django.urls import path

from acuerdo.ui import views

app_name = "ui"
urlpatterns = [path("mesa.css", views.colour, name="colour")]
