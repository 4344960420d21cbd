"""One's own notices."""

from django.urls import path

from acuerdo.notifications.views.settings import settings

app_name = "notifications"
urlpatterns = [path("cuenta/avisos/", settings, name="settings")]
