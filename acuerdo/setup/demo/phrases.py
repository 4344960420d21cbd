"""What people say where no story says it."""

QUESTIONS = (
    "Lo probamos y todavía vemos un caso de ayer sin corregir. ¿Hay que hacer algo de nuestro lado?",
    "Gracias. Antes de aprobar: ¿hace falta que avisemos a los demás usuarios?",
    "¿Nos confirman si tenemos que cerrar sesión para que tome el cambio?",
)
THANKS = (
    "Muchas gracias, quedó funcionando.",
    "Confirmado, ya nos sirve. Gracias por la gestión.",
    "Perfecto, lo validamos con el equipo y quedó bien.",
)
WELCOME = (
    "Con mucho gusto. Quedamos atentos a lo que necesite.",
    "Gracias por confirmarnos. Que tenga buen día.",
)
AWAY = "Respuesta automática: estoy fuera de la oficina y regreso el lunes. Si es urgente, escriba a mi equipo."
BACK = "Buenas. Volvió a pasarnos lo mismo de este caso, aunque solo una vez esta mañana. ¿Pueden revisarlo?"
BACK_ANSWERS = {
    "answers": "Retomamos su caso anterior y estamos revisando qué cambió desde entonces.",
    "diagnoses": (
        "Diagnóstico: es la misma causa del caso anterior, en un servidor que no recibió la corrección. Se la entregamos mañana."
    ),
    "formally": (
        "Respuesta formal.\n1. Es el mismo defecto del caso anterior.\n2. Se soluciona en 1 día.\n3. Entrega mañana.\n"
        "4. Sin requisitos.\n5. Condición: ninguna."
    ),
}
BACK_SOLUTION = (
    "Encontramos un servidor que seguía con la configuración anterior y lo igualamos a los demás. "
    "Revisamos desde hoy a las 6:00 y no se ha repetido."
)
#: By the faces of a survey.
COMMENTS = {
    "bueno": ("", "", "Rápidos y claros.", "Nos explicaron muy bien la causa."),
    "aceptable": ("", "La solución sirvió, pero tuvimos que insistir."),
    "malo": ("Nos tocó escribir varias veces para saber en qué iba.", ""),
}
#: What is said on the points of a formal reply, by the manuals' names.
POINT = "Sin requisitos especiales."
POINTS = {
    "diagnostico": "La causa está identificada: una validación que no espera a la otra.",
    "plan": "Corregir, probar en el ambiente de pruebas y entregar en la ventana acordada.",
    "defecto": "Corresponde a un defecto de la plataforma.",
    "tiempo": "Cuatro días.",
    "tiempos": "Cuatro días de ejecución.",
    "recursos": "Acceso al servidor de pruebas y una persona que valide.",
    "criticidad": "Media.",
    "cotizacion": "Sin costo: está dentro del alcance.",
}
RETURNED = "Revisamos su caso y para continuar nos falta lo siguiente. En cuanto lo tengamos, seguimos:"
