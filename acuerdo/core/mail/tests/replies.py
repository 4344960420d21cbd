"""Answers as the mail programs of our customers write them: its name, the text, what is new in it."""

from typing import NamedTuple


class Reply(NamedTuple):
    """One sample."""

    program: str
    text: str
    new: str


GMAIL_ES = Reply(
    "Gmail, español",
    """Buenas tardes, adjunto la pantalla.

Gracias,
Marcela

El lun, 23 nov 2026 a las 16:15, Proware Soporte (<soporte@proware.example>)
escribió:

> Recibimos su caso 20418.
>
> Le responderemos antes del martes.
""",
    "Buenas tardes, adjunto la pantalla.\n\nGracias,\nMarcela",
)
GMAIL_CO = Reply(
    "Gmail, español de Colombia",
    """Ya quedó, muchas gracias.

El lun, 23 de nov. de 2026, 4:15 p. m., Proware Soporte <
soporte@proware.example> escribió:

> ¿Le sirve la solución?
""",
    "Ya quedó, muchas gracias.",
)
GMAIL_EN = Reply(
    "Gmail, English",
    """It still fails with error 504.

On Mon, Nov 23, 2026 at 4:15 PM Proware Soporte <soporte@proware.example>
wrote:

> Please try again.
""",
    "It still fails with error 504.",
)
GMAIL_OLD = Reply(
    "Gmail, la línea de antes",
    """Sigue igual.

2026-11-23 16:15 GMT-05:00 Proware Soporte <soporte@proware.example>:

> Pruebe otra vez.
""",
    "Sigue igual.",
)
OUTLOOK_ES = Reply(
    "Outlook, español",
    """Doña Laura confirma que funciona.

Cordialmente,
Laura Peña

De: Digital Ware MET <casos@digitalware.example>
Enviado el: miércoles, 18 de noviembre de 2026 4:40 p. m.
Para: Laura Peña <laura@hospital.example>
Asunto: Solución a su caso 184203

El porcentaje se leía de la tarifa y no del contrato.
""",
    "Doña Laura confirma que funciona.\n\nCordialmente,\nLaura Peña",
)
OUTLOOK_EN = Reply(
    "Outlook, English",
    """Works now, thanks.

________________________________
From: Digital Ware MET <casos@digitalware.example>
Sent: Wednesday, November 18, 2026 4:40 PM
To: Laura Peña <laura@hospital.example>
Subject: Solución a su caso 184203

The percentage was read from the tariff.
""",
    "Works now, thanks.",
)
OUTLOOK_BOLD = Reply(
    "Outlook pasado por Gmail",
    """No me deja entrar.

*De:* SGM Mesa <mesa@sgm.example>
*Fecha:* lunes, 23 de noviembre de 2026, 8:00
*Para:* Juan <juan@clinica.example>
*CC:* Ana <ana@clinica.example>
*Asunto:* Caso 77

Intente de nuevo.
""",
    "No me deja entrar.",
)
OUTLOOK_OLD = Reply(
    "Outlook de antes",
    """Confirmado.

-----Mensaje original-----
De: Soporte
Enviado: lunes
Hola
""",
    "Confirmado.",
)
ORIGINAL_EN = Reply(
    "Outlook de antes, English",
    "Confirmed.\n\n-----Original Message-----\nFrom: Support\nHello\n",
    "Confirmed.",
)
OUTLOOK_IOS = Reply(
    "Outlook para iOS",
    """Ya lo reviso y le cuento.

Obtener Outlook para iOS<https://aka.ms/o0ukef>
________________________________
De: Soporte <soporte@proware.example>
Enviado: Monday, November 23, 2026 4:15:00 PM
Para: Marcela <marcela@cafe.example>
Asunto: Re: caso 20418

¿Nos confirma?
""",
    "Ya lo reviso y le cuento.",
)
APPLE_ES = Reply(
    "Apple Mail, español",
    """Sí, ya abre.

> El 23 nov 2026, a las 16:15, Proware Soporte <soporte@proware.example> escribió:
>
> ¿Abre el reporte?
""",
    "Sí, ya abre.",
)
IPHONE_ES = Reply(
    "iPhone, español",
    """Listo, gracias

Enviado desde mi iPhone

> El 23/11/2026, a la(s) 4:15\u202fp.m., Proware Soporte <soporte@proware.example> escribió:
>\u0020
> \ufeffPruebe ahora.
""",
    "Listo, gracias",
)
IPHONE_EN = Reply(
    "iPhone, English",
    """Done, thanks

Sent from my iPhone

> On Nov 23, 2026, at 4:15 PM, Proware Soporte <soporte@proware.example> wrote:
>\u0020
> Try now.
""",
    "Done, thanks",
)
THUNDERBIRD_ES = Reply(
    "Thunderbird, español",
    """El 23/11/2026 a las 16:15, Proware Soporte escribió:
> ¿Qué versión tiene instalada?

La 8.4.1, en todos los equipos.

--\u0020
Marcela Gómez
Coordinadora TIC
""",
    "La 8.4.1, en todos los equipos.",
)
THUNDERBIRD_INLINE = Reply(
    "Thunderbird, respuestas entre líneas",
    """Buenos días. Van las respuestas:

El 23/11/2026 a las 16:15, Proware Soporte escribió:
> ¿Qué versión tiene instalada?
La 8.4.1.

> ¿Pasa en todos los equipos?
Solo en los de urgencias.

> Quedamos atentos.
> Soporte
""",
    """Buenos días. Van las respuestas:

El 23/11/2026 a las 16:15, Proware Soporte escribió:
> ¿Qué versión tiene instalada?
La 8.4.1.

> ¿Pasa en todos los equipos?
Solo en los de urgencias.""",
)
YAHOO_ES = Reply(
    "Yahoo, español",
    """Adjunto lo pedido.

    El lunes, 23 de noviembre de 2026, 04:15:00 p. m. COT, Soporte <soporte@proware.example> escribió:

 Por favor envíe el log.
 Gracias.
""",
    "Adjunto lo pedido.",
)
YAHOO_PHONE = Reply(
    "Yahoo en el teléfono",
    """Va el log

Enviado desde Yahoo Mail para Android

  El lun, 23 nov 2026 a la(s) 4:15 p. m., Soporte<soporte@proware.example> escribió:
  Por favor envíe el log.
""",
    "Va el log",
)
SAMSUNG_ES = Reply(
    "Samsung",
    """Entendido.

Enviado desde mi Galaxy

-------- Mensaje original --------
De: Soporte <soporte@proware.example>
Fecha: 23/11/26 4:15 p. m. (GMT-05:00)
A: marcela@cafe.example
Asunto: Caso 20418

Quedamos atentos.
""",
    "Entendido.",
)
ZOHO = Reply(
    "Zoho",
    """De acuerdo con el cierre.

---- El lun, 23 nov 2026 16:15:00 -0500 Soporte <soporte@sop.example> escribió ----

 ¿Cerramos?
""",
    "De acuerdo con el cierre.",
)
WINDOWS_ES = Reply(
    "Correo de Windows",
    """Perfecto

Enviado desde Correo<https://go.microsoft.com/fwlink/?LinkId=550986> para Windows

De: Soporte
Enviado: lunes, 23 de noviembre de 2026 16:15
Para: Marcela
Asunto: RE: Caso 20418

Quedó instalado.
""",
    "Perfecto",
)
OUTLOOK_RED = Reply(
    "Outlook, respuestas en rojo",
    """Buen día, respondo abajo en rojo.

De: Soporte <soporte@proware.example>
Enviado: lunes, 23 de noviembre de 2026 16:15
Para: Marcela
Asunto: Caso 20418

¿Qué versión? La 8.4.1
""",
    """Buen día, respondo abajo en rojo.

De: Soporte <soporte@proware.example>
Enviado: lunes, 23 de noviembre de 2026 16:15
Para: Marcela
Asunto: Caso 20418

¿Qué versión? La 8.4.1""",
)
WROTE_ABOUT = Reply(
    "Soporte escribió el …",
    """Ok

Proware Soporte escribió el 23/11/2026 a las 16:15:
> Quedó listo.
""",
    "Ok",
)
DECOMPOSED = Reply(
    "Mac, con la tilde suelta",
    """Gracias

El 23/11/2026, a las 16:15, Soporte <soporte@proware.example> escribio\u0301:

> Quedó listo.
""",
    "Gracias",
)

REPLIES = [value for value in globals().values() if isinstance(value, Reply)]
