"""Pages for what a desk prepares once."""

from django.urls import path

from acuerdo.automation.views import macros, recurring

app_name = "automation"
urlpatterns = [
    path("console/respuestas/", macros.mine, name="mine"),
    path("console/respuestas/nueva/", macros.edit_mine, name="mine_new"),
    path("console/respuestas/<int:pk>/", macros.edit_mine, name="mine_edit"),
    path("console/casos/<int:number>/respuestas-guardadas/", macros.offered, name="offered"),
    path("admin/respuestas/", macros.ours, name="ours"),
    path("admin/respuestas/nueva/", macros.edit_ours, name="ours_new"),
    path("admin/respuestas/<int:pk>/", macros.edit_ours, name="ours_edit"),
    path("admin/recurrentes/", recurring.schedules, name="schedules"),
    path("admin/recurrentes/nuevo/", recurring.edit, name="schedule_new"),
    path("admin/recurrentes/<int:pk>/", recurring.edit, name="schedule"),
]
