"""The web server's door (granian, ASGI)."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iccn.config.settings.dev")
application = get_asgi_application()
