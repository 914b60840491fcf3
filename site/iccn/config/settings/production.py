"""The real thing: refuses to start without its secrets."""

from django.core.exceptions import ImproperlyConfigured

from iccn.config.env import env
from iccn.config.settings.base import *
from iccn.config.settings.base import BASE_URL, LOGGING

DEBUG = False
DEMO = SIMULATOR = False
if env.flag("DEMO") or env.flag("SIMULATOR"):
    raise ImproperlyConfigured("DEMO and SIMULATOR are for a developer's machine: unset them in production.")
if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("Set BASE_URL to the site's https:// address.")

SECRET_KEY = env.required("SECRET_KEY", at_least=50)
FIELD_ENCRYPTION_KEYS = env.required("FIELD_ENCRYPTION_KEYS", at_least=44).split(",")
DATABASE_URL = env.required("DATABASE_URL")
ALLOWED_HOSTS = env.required("ALLOWED_HOSTS").split(",")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
MIDTRANS_SERVER_KEY = env.required("MIDTRANS_SERVER_KEY")
MIDTRANS_CLIENT_KEY = env.required("MIDTRANS_CLIENT_KEY")
MIDTRANS_MERCHANT_ID = env.required("MIDTRANS_MERCHANT_ID")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = OSCAR_BASKET_COOKIE_SECURE = True
STAFF_MUST_USE_SECOND_FACTOR = True

STATIC_BROTLI_QUALITY = 11

EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.integer("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
LOGGING = {**LOGGING, "json": True}
