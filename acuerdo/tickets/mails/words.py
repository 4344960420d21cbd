"""The product's words for every mail of requirements 6.5: subject, title, beginning and end, with variables; a desk may write its own.

Between them stands what the mail must carry whatever anybody writes: promised times, the two buttons, when silence closes, the points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from acuerdo.core.mail import fill
from acuerdo.notifications.queries import wording_of

Said = str | Promise
#: What the words of a mail are made of, in the order in which one reads them.
PARTS = ("subject", "heading", "opening", "ending")


@dataclass(frozen=True)
class Words:
    """The words of one kind of mail. `label` names it to the desk; `inside` says what it carries besides, for its editor."""

    label: Said
    subject: Said
    heading: Said = ""
    opening: Said = ""
    ending: Said = ""
    inside: Said = ""
    to_desk: bool = False


REPLY = _("Para contestar, responda a este correo.")

WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "acknowledgement": Words(
            _("Caso recibido"),
            _("Recibimos su caso: {{ caso.asunto }}"),
            _("Recibimos su caso. {{ plazo.frase }}"),
            _("Su caso llegó el {{ caso.llegada }}. Ahora lo leerá una persona de {{ mesa.area }} y le escribirá por aquí."),
            _("Para agregar algo, responda a este correo."),
            _("Los plazos prometidos, lo que se entendió del caso y lo que significa el silencio."),
        ),
        "answer": Words(
            _("Respuesta de una persona"),
            "{{ caso.asunto }}",
            ending=REPLY,
            inside=_("Lo que la persona escribió y lo último que dijo el cliente."),
        ),
        "new-times": Words(
            _("Plazos nuevos"),
            _("Los plazos de su caso: {{ caso.asunto }}"),
            "{{ plazo.frase }}",
            _("Una persona revisó su caso y los plazos quedan así:"),
            _("Si no está de acuerdo, responda a este correo."),
            _("Los plazos y cómo quedó clasificado el caso."),
        ),
        "request": Words(
            _("Se necesita algo del cliente"),
            _("Necesitamos su respuesta: {{ caso.asunto }}"),
            _("Necesitamos su respuesta para continuar"),
            _("Para seguir con su caso nos falta información suya."),
            REPLY,
            _("Lo que se pide."),
        ),
        "returned": Words(
            _("Caso devuelto al cliente"),
            _("Le devolvimos su caso: {{ caso.asunto }}"),
            _("Le devolvimos su caso: falta algo para continuar"),
            _("Revisamos su caso y todavía no podemos continuar. Cuando nos envíe lo que falta, seguimos."),
            _("Para enviarlo, responda a este correo."),
            _("El motivo y lo que falta, punto por punto."),
        ),
        "escalated": Words(
            _("Caso escalado"),
            _("Su caso fue escalado: {{ caso.asunto }}"),
            _("Su caso ha sido escalado"),
            _("Su caso ahora lo atiende {{ caso.nivel }}. Usted no tiene que hacer nada; le escribimos por aquí."),
            REPLY,
        ),
        "development": Words(
            _("Requiere desarrollo de software"),
            _("Su caso pasa a desarrollo: {{ caso.asunto }}"),
            _("Su caso requiere desarrollo de software"),
            _("Encontramos la causa: es un incidente en la programación y requiere la intervención de desarrollo de software."),
            REPLY,
            _("Lo que escribió quien lo pasó a desarrollo."),
        ),
        "promised": Words(
            _("Fecha prometida"),
            _("Fecha de su caso: {{ caso.asunto }}"),
            _("Le prometemos una fecha"),
            _("Esta es la fecha con la que nos comprometemos:"),
            REPLY,
            _("Qué se promete, para cuándo, y si se movió, desde qué fecha y por qué."),
        ),
        "checks": Words(
            _("Verificaciones del cliente"),
            _("Necesitamos que verifique algo: {{ caso.asunto }}"),
            _("Por favor haga estas verificaciones"),
            _("Van en orden: haga la primera y márquela, y después la que sigue. Con lo que encuentre, continuamos."),
            REPLY,
            _("Las verificaciones que le tocan al cliente, en orden."),
        ),
        "proposal": Words(
            _("Propuesta o cotización"),
            _("Propuesta para su aprobación: {{ caso.asunto }}"),
            _("Le enviamos una propuesta. ¿La aprueba?"),
            _("Revise la propuesta y díganos si la aprueba o no. El trabajo espera su respuesta."),
            REPLY,
            _("La propuesta, su valor y dónde se aprueba."),
        ),
        "decision": Words(
            _("Decisión sobre el requerimiento"),
            _("Decisión sobre su solicitud: {{ caso.asunto }}"),
            _("Ya hay una decisión sobre su solicitud"),
            ending=REPLY,
            inside=_("Qué se decidió y por qué."),
        ),
        "solution": Words(
            _("Solución entregada"),
            _("Solución a su caso: {{ caso.asunto }}"),
            _("Le entregamos la solución. ¿Le sirve?"),
            inside=_("La solución, los dos botones, cuándo cierra el silencio y si los plazos se cumplieron."),
        ),
        "reminder": Words(
            _("Recordatorio de la solución"),
            _("Le recordamos: su caso espera su respuesta. {{ caso.asunto }}"),
            _("Su caso espera su respuesta. ¿Le sirvió la solución?"),
            _("Le entregamos esta solución el {{ solucion.fecha }} y no sabemos todavía si le sirve:"),
            inside=_("La solución, los dos botones y cuándo cierra el silencio."),
        ),
        "copy": Words(
            _("Copia para quien sigue el caso"),
            _("Copia: {{ caso.asunto }}"),
            ending=_("Usted recibe esta copia porque sigue el caso {{ caso.numero }}. Para contestar, responda a este correo."),
            inside=_("Lo que la persona escribió."),
        ),
        "merged": Words(
            _("Caso unido a otro"),
            _("Su caso sigue en el {{ otro.numero }}: {{ caso.asunto }}"),
            _("Unimos su caso al {{ otro.numero }}"),
            _(
                "Trataba de lo mismo que el caso {{ otro.numero }}, así que los atendemos juntos allí. "
                "Conservamos todo lo que escribió en este."
            ),
            _("Puede seguir respondiendo a cualquiera de los dos: sus mensajes llegan al mismo lugar."),
        ),
        "unmerged": Words(
            _("Caso separado otra vez"),
            _("Su caso {{ caso.numero }} sigue por separado: {{ caso.asunto }}"),
            _("Atendemos su caso otra vez por separado"),
            _("Lo habíamos unido al caso {{ otro.numero }} y no trataba de lo mismo. Sus plazos siguen como si nunca lo hubiéramos unido."),
            REPLY,
        ),
        "closing": Words(
            _("Caso cerrado"),
            _("Cerramos su caso: {{ caso.asunto }}"),
            _("Su caso quedó cerrado"),
            inside=_("Cómo terminó, hasta cuándo se puede reabrir y la encuesta del manual."),
        ),
        "closing-by-silence": Words(
            _("Caso cerrado por silencio"),
            _("Cerramos su caso: {{ caso.asunto }}"),
            _("Su caso quedó cerrado"),
            inside=_("Cómo terminó, hasta cuándo se puede reabrir y la encuesta del manual."),
        ),
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
        ),
        "release": Words(
            _("Actualización disponible"),
            _("Actualización: {{ caso.asunto }}"),
            _("Hay una actualización"),
            ending=REPLY,
            inside=_("Qué contiene y sus fechas."),
        ),
        "maintenance": Words(
            _("Ventana de mantenimiento"),
            _("Ventana de mantenimiento: {{ caso.asunto }}"),
            _("Programamos una ventana de mantenimiento"),
            ending=REPLY,
            inside=_("Fecha, duración y criticidad del cambio."),
        ),
        "committee": Words(
            _("Comité de cambios"),
            _("Comité de control de cambios: {{ caso.asunto }}"),
            _("Su caso va al comité de control de cambios"),
            ending=REPLY,
            inside=_("Cuándo se reúne y qué decide."),
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
        "task": Words(_("Caso asignado, al equipo"), "{{ aviso.asunto }}", "{{ aviso.asunto }}", "{{ aviso.texto }}", to_desk=True),
        "clock": Words(
            _("Plazo en riesgo o vencido, al equipo"), "{{ aviso.asunto }}", "{{ aviso.asunto }}", "{{ aviso.texto }}", to_desk=True
        ),
    }
)


def words_for(template: str, manual: str, language: str, values: Mapping[str, str]) -> dict[str, str]:
    """The words of a mail in the language in force, each part the desk's own or else the product's, filled."""
    own, product = wording_of(template, manual, language), WORDS[template]
    said = {part: (getattr(own, part) if own else "") or str(getattr(product, part)) for part in PARTS}
    filled = {part: fill(text, values).strip() for part, text in said.items()}
    # A title of one sentence ends without a full stop, also where the second one had nothing to say.
    return {**filled, "heading": filled["heading"].removesuffix(".")}
