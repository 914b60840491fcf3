"""A permission that a third party makes in a migration; tests make their tables without migrations."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType


def may_translate() -> Permission:
    """`wagtail_localize.submit_translation`, as its sixth migration writes it."""
    kind, _made = ContentType.objects.get_or_create(app_label="wagtail_localize", model="translation")
    names = {"codename": "submit_translation", "name": "Can submit translations"}
    permission, _made = Permission.objects.get_or_create(content_type=kind, **names)
    return permission
