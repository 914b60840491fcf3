"""What editors and moderators may do with pages, pictures, files and recordings, wherever they are kept."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from iccn.accounts.roles import EDITOR, MODERATOR

PAGES: Final[Mapping[str, tuple[str, ...]]] = {
    EDITOR: ("add_page", "change_page"),
    MODERATOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    EDITOR: ("add", "change", "choose"),
    MODERATOR: ("add", "change", "choose", "delete"),
}
COLLECTED: Final = (("wagtailimages", "image"), ("wagtaildocs", "document"), ("wagtailmedia", "media"))


def lay_rights(*, root: Page, collection: Collection) -> None:
    """Gives both groups exactly these rights below the root page and in the root collection."""
    for role in (EDITOR, MODERATOR):
        group, _made = Group.objects.get_or_create(name=role)
        _lay_page_rights(group, root, PAGES[role])
        _lay_kept_rights(group, collection, KEPT[role])


def _lay_page_rights(group: Group, root: Page, names: Iterable[str]) -> None:
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=names
    )
    GroupPagePermission.objects.filter(group=group, page=root).exclude(permission__in=wanted).delete()
    for one in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=one)


def _lay_kept_rights(group: Group, collection: Collection, verbs: Iterable[str]) -> None:
    names = list(verbs)
    for app, model in COLLECTED:
        wanted = Permission.objects.filter(
            content_type__app_label=app, codename__in=[f"{verb}_{model}" for verb in names]
        )
        for one in wanted:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=one
            )
