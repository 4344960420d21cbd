# ruff: noqa: E501 - a sentence is a line
"""The English of every sentence said at the terminal, by the Spanish one."""

ENGLISH = {
    # ports
    "El puerto {port} es de los reservados y este usuario no puede abrirlo. Elija uno mayor que 1023 con {option}.": "Port {port} is reserved and this user may not open it. Choose one above 1023 with {option}.",
    "El puerto {port} de {address} está en uso por otro programa. Ciérrelo o elija otro: acuerdo up {option} {other}": "Port {port} of {address} is in use by another program. Close it or choose another: acuerdo up {option} {other}",
    "No se puede escuchar en la dirección {address}: {reason}. Elija con --bind una de esta máquina.": "Cannot listen on the address {address}: {reason}. Choose one of this machine with --bind.",
    # user, place, folder, binaries
    "PostgreSQL no puede funcionar como root y este sistema no deja cambiar al usuario «{name}» ({reason}). "
    "Use un usuario normal, o un servidor propio con DATABASE_URL.": "PostgreSQL cannot run as root and this system does not let us change to the user “{name}” ({reason}). "
    "Use a normal user, or a server of your own with DATABASE_URL.",
    "PostgreSQL no puede funcionar como root y no se pudo crear el usuario «{name}». Créelo con: "
    "useradd --system {name}. O use un usuario normal, o un servidor propio con DATABASE_URL.": "PostgreSQL cannot run as root and the user “{name}” could not be made. Make it with: "
    "useradd --system {name}. Or use a normal user, or a server of your own with DATABASE_URL.",
    "El usuario «{name}», con el que funciona PostgreSQL, no puede entrar en {path}. Dele paso a esa "
    "carpeta, o elija otra con --data.": "The user “{name}”, as whom PostgreSQL runs, cannot enter {path}. Let it pass into that "
    "folder, or choose another with --data.",
    "Faltan los programas de PostgreSQL (paquete {package}). Ejecute script/setup, o use un servidor propio con DATABASE_URL.": "The PostgreSQL programs are missing (package {package}). Run script/setup, or use a server of your own with DATABASE_URL.",
    "Los datos de {folder} son de Acuerdo {written}, más nuevo que este ({version}). No se tocó nada. "
    "Actualice Acuerdo, o elija otra carpeta con --data.": "The data in {folder} belong to Acuerdo {written}, newer than this one ({version}). Nothing was touched. "
    "Update Acuerdo, or choose another folder with --data.",
    "La base de datos de {folder} es de PostgreSQL {written} y este Acuerdo trae el {major}. No se tocó nada. "
    "Use la versión de Acuerdo que la hizo, o elija otra carpeta con --data.": "The database in {folder} is PostgreSQL {written}'s and this Acuerdo brings {major}. Nothing was touched. "
    "Use the version of Acuerdo that made it, or choose another folder with --data.",
    "Acuerdo ya está funcionando con los datos de {folder} (proceso {process}). Deténgalo primero, "
    "o elija otra carpeta con --data.": "Acuerdo is already running on the data in {folder} (process {process}). Stop it first, "
    "or choose another folder with --data.",
    "No se puede escribir en {file}: es de otro usuario. Use el mismo usuario de la vez anterior, "
    "o elija otra carpeta con --data.": "Cannot write to {file}: it belongs to another user. Use the same user as the time before, "
    "or choose another folder with --data.",
    # database
    "Creando la base de datos en {folder}…": "Creating the database in {folder}…",
    "No se pudo crear la base de datos en {folder}: {reason}": "The database in {folder} could not be created: {reason}",
    "La base de datos no aceptó preparar sus usuarios: {reason}": "The database refused to set up its users: {reason}",
    "La base de datos no arranca. Lo último que dijo (todo está en {log}):\n{lines}": "The database does not start. The last it said (all of it is in {log}):\n{lines}",
    "La base de datos se está recuperando de una parada brusca; puede tardar unos minutos…": "The database is recovering from an abrupt stop; this can take some minutes…",
    "La base de datos se detuvo; se inicia de nuevo…": "The database stopped; starting it again…",
    "La base de datos está lista otra vez.": "The database is ready again.",
    "Con DATABASE_URL hace falta también {owners}: la dirección de la misma base de datos con el usuario "
    "que es su dueño y crea las tablas. DATABASE_URL es la del usuario con el que funciona Acuerdo.": "With DATABASE_URL, {owners} is needed too: the address of the same database with the user "
    "who owns it and creates the tables. DATABASE_URL is that of the user Acuerdo runs as.",
    "Falta {file}: sin sus contraseñas no se puede abrir la base de datos. Restáurelo de una copia.": "{file} is missing: without its passwords the database cannot be opened. Restore it from a backup.",
    # processes
    "{name}: {line}": "{name}: {line}",
    "El proceso «{name}» terminó (código {code}); se inicia de nuevo en {pause} s. Su registro: {log}": "The process “{name}” ended (code {code}); starting it again in {pause} s. Its log: {log}",
    "El proceso «{name}» no arranca. Lo último que dijo (todo está en {log}):\n{lines}": "The process “{name}” does not start. The last it said (all of it is in {log}):\n{lines}",
    "El paso «acuerdo {name}» falló (código {code}); el motivo está en las líneas de arriba.": "The step “acuerdo {name}” failed (code {code}); the lines above say why.",
    # up
    "Base de datos: la de DATABASE_URL.": "Database: the one of DATABASE_URL.",
    "Iniciando la base de datos…": "Starting the database…",
    "Preparando las tablas…": "Preparing the tables…",
    "Creando las mesas de demostración; la primera vez tarda cerca de un minuto…": "Creating the demo desks; the first time takes about a minute…",
    "Iniciando páginas, trabajos y recepción de correo…": "Starting pages, jobs and the mail listener…",
    "Las páginas todavía no responden; sigo esperando…": "The pages do not answer yet; still waiting…",
    "Deteniendo los procesos…": "Stopping the processes…",
    "Acuerdo se detuvo.": "Acuerdo has stopped.",
    # welcome
    "Acuerdo está listo ({seconds} s).": "Acuerdo is ready ({seconds} s).",
    "Mesas de demostración, para probar:": "Demo desks, to try:",
    "  http://localhost:{port}/  las muestra todas": "  http://localhost:{port}/  shows them all",
    "Páginas: http://localhost:{port}/": "Pages: http://localhost:{port}/",
    "Para crear una mesa: acuerdo desk create NOMBRE --manual proware --domain NOMBRE.localhost": "To create a desk: acuerdo desk create NAME --manual proware --domain NAME.localhost",
    "Correo entrante: SMTP en {address}, puerto {port}": "Incoming mail: SMTP at {address}, port {port}",
    "Registros: {folder}": "Logs: {folder}",
    "Ctrl-C lo detiene todo.": "Ctrl-C stops everything.",
    # arguments
    "Inicia Acuerdo: base de datos, páginas, trabajos y recepción de correo. Ctrl-C lo detiene todo.": "Starts Acuerdo: database, pages, jobs and mail listener. Ctrl-C stops everything.",
    "Variables: ACUERDO_DATA (carpeta de datos), DATABASE_URL y DATABASE_OWNER_URL (un servidor PostgreSQL\n"
    "propio, de la versión 15 en adelante), ACUERDO_LANG (es o en).": "Variables: ACUERDO_DATA (data folder), DATABASE_URL and DATABASE_OWNER_URL (a PostgreSQL server\n"
    "of your own, version 15 or later), ACUERDO_LANG (es or en).",
    "opciones": "options",
    "muestra esta ayuda": "shows this help",
    "puerto de las páginas (8000)": "port of the pages (8000)",
    "puerto donde se recibe correo por SMTP (2525)": "port where mail is received by SMTP (2525)",
    "dirección en la que escucha (127.0.0.1: sólo esta máquina)": "address to listen on (127.0.0.1: this machine only)",
    "carpeta de datos (var)": "data folder (var)",
    "sin las cinco mesas de demostración": "without the five demo desks",
    "«{text}» no es un puerto: un número de 1 a 65535": "“{text}” is not a port: a number from 1 to 65535",
}
