"""Django's settings. What differs between installations comes from the environment; the rest is decided here."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from acuerdo.config.environment import database, flag

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ACUERDO_DATA", PACKAGE.parent / "var"))
SECRET_KEY = os.environ["ACUERDO_SECRET_KEY"]
DEBUG = False
DEMO = flag("ACUERDO_DEMO")
PORT = int(os.environ.get("ACUERDO_PORT", "8000"))
SMTP_PORT = int(os.environ.get("ACUERDO_SMTP_PORT", "2525"))
LMTP_PORT = int(os.environ.get("ACUERDO_LMTP_PORT", "0"))
BIND = os.environ.get("ACUERDO_BIND", "127.0.0.1")
# Behind a proxy with TLS: cookies only over it, and the addresses in mails begin with https.
SECURE = flag("ACUERDO_SECURE")
URL_SCHEME = "https" if SECURE else "http"
URL_PORT = "" if SECURE else f":{PORT}"

# Any host reaches the middleware, which answers 404 for one that no desk has: the list of hosts is the list of desks.
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "acuerdo.config.urls"
PUBLIC_SCHEMA_URLCONF = "acuerdo.config.urls_public"
WSGI_APPLICATION = "acuerdo.config.wsgi.application"

DATABASES = {"default": database(os.environ["DATABASE_URL"])}
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TENANT_MODEL = "desks.Desk"
TENANT_DOMAIN_MODEL = "desks.Domain"
TENANT_LIMIT_SET_CALLS = True

SHARED_APPS = [
    "django_tenants",
    "acuerdo.desks",
    "procrastinate.contrib.django",
    "acuerdo.jobs",
    "acuerdo.live",
    "acuerdo.ui",
    "acuerdo.setup",
    "acuerdo.ui.apps.PartsOfPages",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
TENANT_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "acuerdo.events",
    "acuerdo.people",
    "acuerdo.files",
    "acuerdo.notifications",
    "acuerdo.agreements",
    "acuerdo.customers",
    "acuerdo.tickets",
    "acuerdo.automation",
    "acuerdo.satisfaction",
    "acuerdo.channels.mail",
    "acuerdo.publishing",
    "acuerdo.audit",
    "acuerdo.console",
    "acuerdo.portal",
]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS, "acuerdo.config.apps.ConfigConfig"]

MIDDLEWARE = [
    "acuerdo.ui.compression.CompressedPages",
    # Then those that put headers on every answer: on files, on errors, on hosts that no desk has.
    "django.middleware.security.SecurityMiddleware",
    "acuerdo.ui.policy.PolicyOfPages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "acuerdo.desks.middleware.DeskOfHost",
    "acuerdo.desks.middleware.DemoOnlyAtHome",
    "acuerdo.ui.unwritable.WithoutUnwritable",
    "acuerdo.people.middleware.SessionsInDesks",
    "acuerdo.people.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "acuerdo.people.middleware.SignedIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            # What template-partials would set by itself.
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "acuerdo.people.context.who_and_where",
                "acuerdo.config.administration.menu",
            ],
        },
    },
]

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# argon2id (INT-A13). The library's own cost, 64 MiB and three passes, is the recommended one.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "acuerdo.people.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "10/m/ip,3/m/key",
    "public_report": "6/m/ip,40/h/ip",
}

# Rate limits count in PostgreSQL, with the desk in every key, so that several machines count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "acuerdo_cache",
        "KEY_FUNCTION": "django_tenants.cache.make_key",
        "REVERSE_KEY_FUNCTION": "django_tenants.cache.reverse_key",
        # Rate limits and form keys of all desks; Django's 300 would throw fresh ones out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# In the cookie: the public pages have no sessions.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SESSION_ENGINE = "acuerdo.people.sessions"
SESSION_COOKIE_NAME = "acuerdo"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_NAME = "acuerdo_csrf"
CSRF_FAILURE_VIEW = "acuerdo.ui.views.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "frame-src": [SELF],
    },
}

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "acuerdo_idioma"
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "America/Bogota"

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE.parent / "staticfiles"
# Each night's seal of the log is also written here: a folder on another machine, or one whose files cannot be changed.
SEAL_FOLDER = os.environ.get("ACUERDO_SEAL_FOLDER", "")
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django_tenants.files.storage.TenantFileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# The build gives every file of ours a version; a file that one of the kit's style sheets names and lacks is no fault of a page.
WHITENOISE_MANIFEST_STRICT = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# Outgoing mail: an SMTP server when EMAIL_HOST is given, else the built-in mailbox of /buzon/.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 20
BUILT_IN_MAILBOX = not EMAIL_HOST
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend" if BUILT_IN_MAILBOX else "django.core.mail.backends.smtp.EmailBackend"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
# What a crash left undone is looked for so often, seconds, at least 4 (jobs/patience.py); crash tests shorten it.
SWEEP_SECONDS = int(os.environ.get("ACUERDO_SWEEP_SECONDS", "60"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("ACUERDO_LOG", "WARNING").upper()},
}
