"""The room that knows all: settings, addresses, who reacts to what, and the doors (WSGI, ASGI)."""
