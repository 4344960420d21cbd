"""The pages' door: plain WSGI, for any server (design/performance.md says why not ASGI)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acuerdo.config.settings")
application = get_wsgi_application()
