"""The administration's pages of this room."""

from django.urls import path

from acuerdo.agreements.views import fields

app_name = "agreements"
urlpatterns = [
    path("campos/", fields.fields, name="fields"),
    path("campos/nuevo/", fields.edit, name="field_new"),
    path("campos/<int:pk>/", fields.edit, name="field"),
]
