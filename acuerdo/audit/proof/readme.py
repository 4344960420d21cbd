"""What a proof says of itself, in Spanish and English; not translated like pages: both always go along."""

SPANISH = """PRUEBA DEL CASO %(number)s · %(desk)s · %(at)s UTC

Qué es
  El registro del caso hecho por hecho, el manual de servicio con que se abrió, lo acordado aparte en su contrato y los relojes que
  resultan, con un programa que lo comprueba todo sin red y sin el proveedor.

Cómo se comprueba
  1. Descomprima este archivo.
  2. Con Python 3.11 o posterior:    python check.py
  Termina con BIEN y estado 0, o nombra la primera entrada que no es como se grabó y termina con estado 1.

Qué comprueba
  - Cada hecho (events.jsonl) lleva la huella SHA-256 de todo lo que dice y de la huella del anterior: no se puede cambiar, quitar ni
    intercalar ninguno sin que se note.
  - El manual y sus festivos (manuals/) son los que el proveedor publicó (sus .events.jsonl) y con los que se abrió
    el caso; lo acordado aparte (contract.json) es lo que dice el registro.
  - Los relojes (clocks.json) son los que dan el registro y el manual, calculados de nuevo con el motor que va aquí (core.zip).

Qué no puede comprobar por sí sola
  Quien tuviera la contraseña del dueño de la base de datos podría escribir otro registro entero. Contra eso, cada hora se sella el
  registro y el sello sale de la máquina: compare el sello que muestra check.py, o la huella del último hecho, con los que usted
  recibió antes. El texto de los mensajes y los datos personales no están en el registro; de estos queda su huella.
  Último hecho: %(head)s

En la copia para el cliente, los hechos internos de la mesa van como huella, sin su texto.
"""

ENGLISH = """PROOF OF CASE %(number)s · %(desk)s · %(at)s UTC

What it is
  The case's log event by event, the service manual it was opened under, what its contract agrees apart, and the clocks that follow,
  with a program that checks all of it without a network and without the provider.

How to check it
  1. Unpack this archive.
  2. With Python 3.11 or newer:    python check.py
  It ends with GOOD and status 0, or names the first entry that is not as it was recorded and ends with status 1.

What it checks
  - Each event (events.jsonl) carries the SHA-256 of all it says and of the hash before it: none can be changed, removed or put
    between others unnoticed.
  - The manual and its holidays (manuals/) are those the provider published (its .events.jsonl) and the case was
    opened under; what was agreed apart (contract.json) is what the log says.
  - The clocks (clocks.json) are those that log and manual give, computed again with the engine that comes along (core.zip).

What it cannot check by itself
  Whoever had the password of the database's owner could write another log altogether. Against that the log is sealed every hour and
  the seal leaves the machine: compare the seal that check.py shows, or the hash of the last event, with those you received before.
  The text of messages and personal details are not in the log; of the latter their hash is.
  Last event: %(head)s

In the customer's copy the desk's internal events are hashes without their text.
"""
