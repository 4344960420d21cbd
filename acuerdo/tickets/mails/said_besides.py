"""The product's words of the mails that only some cases send, of those about the whole desk, and of those to the desk's people."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.mails.said import REPLY, Words

#: What a notice to the desk's people says in each part.
NOTICE = ("{{ aviso.asunto }}", "{{ aviso.asunto }}", "{{ aviso.texto }}")

BESIDES: Mapping[str, Words] = MappingProxyType(
    {
        "progress": Words(
            _("Avances de un caso crítico"),
            _("Avances de su caso: {{ caso.asunto }}"),
            _("Esto es lo que avanzamos"),
            ending=REPLY,
            inside=_("Lo que escribió quien atiende el caso."),
        ),
        "diagnosis": Words(
            _("Diagnóstico inicial"),
            _("Diagnóstico de su caso: {{ caso.asunto }}"),
            _("Este es el diagnóstico de su caso"),
            ending=REPLY,
            inside=_("El diagnóstico y cómo quedó clasificado el caso."),
        ),
        "formal-reply": Words(
            _("Respuesta formal"),
            _("Respuesta formal a su caso: {{ caso.asunto }}"),
            _("Esta es la respuesta formal a su caso"),
            ending=REPLY,
            inside=_("Los puntos que el manual exige."),
        ),
        "invitation": Words(
            _("Invitación al portal"),
            _("Su cuenta en {{ mesa.nombre }}"),
            _("Siga sus casos en {{ mesa.nombre }}"),
            _("Ya hay una persona a cargo de su caso {{ caso.numero }}. Cree su cuenta para ver cómo va y sus plazos."),
            _("El enlace sirve dos semanas y una sola vez. Sin cuenta también puede escribirnos: responda a nuestros correos."),
            _("El enlace de la invitación."),
        ),
        "chat-refused": Words(
            _("Chat que pasa a correo"),
            _("Seguimos por correo: {{ caso.asunto }}"),
            _("Su solicitud pasó al correo"),
            _("El chat no está en su plan o a esta hora está cerrado. Lo que escribió quedó en el caso {{ caso.numero }}."),
            REPLY,
            _("Los plazos prometidos."),
            unsent=True,
        ),
        "release": Words(
            _("Actualización disponible"),
            _("Actualización: {{ caso.asunto }}"),
            _("Hay una actualización"),
            ending=REPLY,
            inside=_("Qué contiene y sus fechas."),
            unsent=True,
        ),
        "maintenance": Words(
            _("Ventana de mantenimiento"),
            _("Ventana de mantenimiento: {{ caso.asunto }}"),
            _("Programamos una ventana de mantenimiento"),
            ending=REPLY,
            inside=_("Fecha, duración y criticidad del cambio."),
            unsent=True,
        ),
        "committee": Words(
            _("Comité de cambios"),
            _("Comité de control de cambios: {{ caso.asunto }}"),
            _("Su caso va al comité de control de cambios"),
            ending=REPLY,
            inside=_("Cuándo se reúne y qué decide."),
            unsent=True,
        ),
        "contingency": Words(
            _("Contingencia: falla de la plataforma"),
            _("Nuestra plataforma de casos presenta una falla"),
            _("Mientras dura la falla, escríbanos por estos medios"),
            ending=_("Sus casos se registran con la hora verdadera en que nos avisó; los plazos no se pierden."),
            inside=_("Los medios de contingencia."),
        ),
        "accord": Words(
            _("Propuesta de cierre de mutuo acuerdo"),
            _("Le proponemos cerrar su caso: {{ caso.asunto }}"),
            _("Le proponemos cerrar su caso. ¿Está de acuerdo?"),
            _("El caso no se cierra sin su acuerdo."),
            REPLY,
            _("Por qué se propone y dónde se contesta."),
        ),
        "objection": Words(
            _("Respuesta a una objeción"),
            _("Respuesta a su objeción: {{ caso.asunto }}"),
            _("Respondimos su objeción"),
            ending=REPLY,
            inside=_("La decisión y su motivo."),
        ),
        "unauthorised": Words(
            _("Reporte de quien no está autorizado"),
            _("Recibimos su caso y falta una confirmación: {{ caso.asunto }}"),
            _("Recibimos su caso; falta que lo confirme quien puede reportar"),
            _("Su caso quedó registrado y lo estamos revisando: nada se perdió."),
            REPLY,
            _("A quién se le pidió que lo confirme."),
        ),
        "confirm-report": Words(
            _("Confirmar el reporte de un compañero"),
            _("¿Respalda este caso? {{ caso.asunto }}"),
            _("¿Respalda el caso que reportó su compañero?"),
            _("Usted está entre quienes pueden reportar por {{ cliente.organizacion }}. Confirme en la página del caso que lo respalda."),
            _("Si no lo respalda, responda a este correo y díganos por qué."),
            _("Quién reportó y qué."),
        ),
        "call-to-mail": Words(
            _("Pedir el correo que crea el caso"),
            _("Responda este correo para crear su caso"),
            _("Responda este correo y su caso queda creado"),
            _("Gracias por llamarnos. Para que su caso tenga número y plazos necesitamos recibirlo por correo."),
            _("Al responder le llega el número del caso y para cuándo tendrá respuesta."),
            _("Lo que contó por teléfono."),
        ),
        "task": Words(_("Caso asignado, al equipo"), *NOTICE, to_desk=True, must=("aviso.texto",)),
        "clock": Words(_("Plazo en riesgo o vencido, al equipo"), *NOTICE, to_desk=True, must=("aviso.texto",)),
    }
)
