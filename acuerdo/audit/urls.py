"""The addresses of the log, the proof, and the state of the desk's machinery."""

from django.urls import path

from acuerdo.audit.views import log, mending, proof, system

app_name = "audit"
urlpatterns = [
    path("admin/auditoria/", log.log, name="log"),
    path("admin/auditoria/exportar/<slug:form>/", log.export, name="export"),
    path("admin/sistema/", system.system, name="system"),
    path("admin/sistema/revisiones/", mending.check, name="check"),
    path("admin/sistema/destinos/", mending.places, name="places"),
    path("admin/sistema/sellos/<int:seal>/", mending.seal, name="seal"),
    path("admin/sistema/trabajos/<int:job>/otra-vez/", mending.retry, name="retry"),
    path("admin/sistema/trabajos/<int:job>/descarte/", mending.discard, name="discard"),
    path("admin/sistema/salientes/<int:outgoing>/otra-vez/", mending.send, name="send_again"),
    path("admin/sistema/recibidos/<int:raw>/", mending.raw, name="raw_mail"),
    path("admin/sistema/recibidos/<int:raw>/otra-vez/", mending.process, name="process_again"),
    path("console/casos/<int:number>/prueba/", proof.of_desk, name="proof"),
    path("casos/<int:number>/prueba/", proof.of_customer, name="customers_proof"),
]
