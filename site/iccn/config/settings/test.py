"""The test suite: quick hashes, mail in memory, tasks run at once unless a test asks for the real worker."""

import os
import tempfile
from pathlib import Path

from iccn.config.settings.dev import *
from iccn.config.settings.dev import DATABASES

DEBUG = False
DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# A folder for each worker of the suite: a test that looks at what was kept sees its own.
MEDIA_ROOT = Path(tempfile.gettempdir()) / "iccn-test-media" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
# The tests' database may be lost at a power cut; waiting for the disk buys nothing there.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
    "-c synchronous_commit=off -c iccn.may_truncate=on"
)
LOGGING = {"json": False, "level": "ERROR"}
SEARCH_COUNTS_SECONDS = 0  # a test sees what it just wrote
ELASTICSEARCH_URL = ""  # tests that want a node say so
