"""The survey's addresses; the closing mail links to them."""

from django.urls import path

from acuerdo.satisfaction.views.survey import clicked, survey

app_name = "satisfaction"
urlpatterns = [
    path("<str:token>/", survey, name="survey"),
    path("<str:token>/<slug:value>/", clicked, name="clicked"),
]
