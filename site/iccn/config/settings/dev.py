"""A developer's machine and the demo: no keys, no secrets, the gateways played by the simulator."""

from iccn.config.env import env
from iccn.config.settings.base import *
from iccn.config.settings.base import BASE_URL, INSTALLED_APPS, LOGGING, PORT

DEBUG = env.flag("DEBUG", default=False)
DEMO = env.flag("DEMO", default=True)
SIMULATOR = True
INSTALLED_APPS = [*INSTALLED_APPS, "iccn.demo"]
SECRET_KEY = "only-for-a-developer's-machine-" + "0" * 32
FIELD_ENCRYPTION_KEYS = ["b25seS1mb3ItYS1kZXZlbG9wZXJzLW1hY2hpbmUtMDA="]
ALLOWED_HOSTS = ["*"]
CSRF_TRUSTED_ORIGINS = [BASE_URL, f"http://127.0.0.1:{PORT}"]

MIDTRANS_SERVER_KEY = "SB-Mid-server-simulator"
MIDTRANS_CLIENT_KEY = "SB-Mid-client-simulator"
MIDTRANS_MERCHANT_ID = "G000000000"
MIDTRANS_SNAP_URL = f"{BASE_URL}/simulator/midtrans/snap/v1"
MIDTRANS_CORE_URL = f"{BASE_URL}/simulator/midtrans/core"

EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
LOGGING = {**LOGGING, "json": False}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = env.flag("DEBUG", default=False)
