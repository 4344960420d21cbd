"""The pages of this room that a desk has."""

from django.urls import URLPattern

app_name = "setup"
urlpatterns: list[URLPattern] = []
