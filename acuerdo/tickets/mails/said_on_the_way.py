"""The product's words of the mails that a case sends on its way, from its arrival to its closing."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from acuerdo.tickets.mails.said import REPLY, Words

ON_THE_WAY: Mapping[str, Words] = MappingProxyType(
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
            must=("otro.numero",),
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
    }
)
