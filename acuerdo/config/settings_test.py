"""Settings for tests: the same product, a cheap password hash, a database made once from a kept template."""

import os

os.environ.setdefault("ACUERDO_SECRET_KEY", "only for tests")
os.environ.setdefault("ACUERDO_DEMO", "1")
# The run makes its database itself: as the owner. Who the product is, it must know to give it its rights.
if os.environ.get("DATABASE_OWNER_URL"):
    os.environ.setdefault("ACUERDO_PRODUCT_URL", os.environ["DATABASE_URL"])
    os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]
os.environ.setdefault("DATABASE_URL", "postgresql://none@127.0.0.1:1/none")

from acuerdo.config.settings import *  # noqa: F403
from acuerdo.config.settings import STORAGES

# argon2 takes half a second a hash on purpose; tests sign in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Static names without the manifest: pages can be tested before a build.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
