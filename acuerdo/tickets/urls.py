"""What is done to a case. Reading it is the console's page; these answer with that page."""

from django.urls import path

from acuerdo.tickets.views import (
    answers,
    assignment,
    assignments,
    classification,
    closure,
    customer,
    files,
    level,
    markup,
    notes,
    solution,
    status,
)

app_name = "tickets"
urlpatterns = [
    path("casos/responsable/", assignments.update, name="assignments"),
    path("casos/<int:number>/respuestas/", answers.create, name="answers"),
    path("casos/<int:number>/notas/", notes.create, name="notes"),
    path("casos/<int:number>/clasificacion/", classification.update, name="classification"),
    path("casos/<int:number>/responsable/", assignment.update, name="assignment"),
    path("casos/<int:number>/nivel/", level.update, name="level"),
    path("casos/<int:number>/solucion/", solution.create, name="solution"),
    path("casos/<int:number>/estado/", status.update, name="status"),
    path("casos/<int:number>/cierre/", closure.create, name="closure"),
    path("casos/<int:number>/cliente/", customer.update, name="customer"),
    path("casos/<int:number>/archivos/<int:pk>/", files.download, name="file"),
    path("casos/<int:number>/mensajes/<int:pk>/html", markup.show, name="markup"),
    path("casos/<int:number>/imagenes/<str:word>", markup.image, name="image"),
]
