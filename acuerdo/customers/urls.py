"""The customers' pages of the administration."""

from django.urls import path

from acuerdo.customers.views import contacts, contracts, doubts, organisations, products, sheets

app_name = "customers"
urlpatterns = [
    path("clientes/", organisations.organisations, name="organisations"),
    path("clientes/nuevo/", organisations.edit, name="organisation_new"),
    path("clientes/dudas/", doubts.doubtful, name="doubts"),
    path("clientes/traer/", sheets.bring_in, name="import"),
    path("clientes/plantilla.csv", sheets.template, name="template"),
    path("clientes/todos.csv", sheets.export, name="export"),
    path("clientes/<int:pk>/", organisations.organisation, name="organisation"),
    path("clientes/<int:pk>/cambiar/", organisations.edit, name="organisation_edit"),
    path("clientes/<int:pk>/contactos/nuevo/", contacts.new, name="contact_new"),
    path("clientes/<int:pk>/contratos/nuevo/", contracts.new, name="contract_new"),
    path("clientes/contactos/<int:pk>/", contacts.contact, name="contact"),
    path("clientes/contactos/<int:pk>/acceso/", contacts.access, name="contact_access"),
    path("clientes/contratos/<int:pk>/", contracts.contract, name="contract"),
    path("productos/", products.products, name="products"),
    path("productos/nuevo/", products.edit, name="product_new"),
    path("productos/<int:pk>/", products.edit, name="product"),
]
