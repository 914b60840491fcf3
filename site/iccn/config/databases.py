"""Which PostgreSQL we speak to: yours (`DATABASE_URL`) or the embedded one in `var/postgres`."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def database(url: str, *, embedded_folder: Path) -> dict[str, Any]:
    """Django's settings for one database; an empty `url` means the embedded server."""
    common = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
    if not url:
        return {
            **common,
            "ENGINE": "iccn.config.embedded",
            "NAME": "iccn",
            "USER": "postgres",
            "EMBEDDED_FOLDER": str(embedded_folder),
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            "DATABASE_URL must start with postgresql://: only PostgreSQL holds our guards."
        )
    return {
        **common,
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
