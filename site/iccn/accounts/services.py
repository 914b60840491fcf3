"""Verbs about people and their roles."""

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from iccn.accounts import phones
from iccn.accounts.models import User
from iccn.accounts.refusals import UnknownRole
from iccn.accounts.roles import PERMISSIONS, STAFF
from iccn.audit import services as audit


@transaction.atomic
def sync_roles() -> list[Group]:
    """Makes each role's group hold exactly the model permissions declared for it.

    Raises ImproperlyConfigured when a declared permission does not exist (a typing error, a missing migration).
    """
    known = {f"{one.content_type.app_label}.{one.codename}": one for one in _declared()}
    groups = []
    for role, names in PERMISSIONS.items():
        if missing := [name for name in names if name not in known]:
            raise ImproperlyConfigured(
                f"The role {role} asks for permissions that do not exist: {', '.join(missing)}"
            )
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set([known[name] for name in names])
        groups.append(group)
    return groups


def _declared() -> list[Permission]:
    codenames = {name.split(".", 1)[1] for names in PERMISSIONS.values() for name in names}
    return list(Permission.objects.filter(codename__in=codenames).select_related("content_type"))


@transaction.atomic
def grant_role(*, user: User, role: str, by: User | str) -> User:
    """Gives a person a role; staff roles open /kelola/. Granting twice changes nothing."""
    group = Group.objects.filter(name=role).first()
    if role not in PERMISSIONS or group is None:
        raise UnknownRole(role=role)
    user.groups.add(group)
    if role in STAFF and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
    audit.record(by, "role.granted", user, role=role)
    return user


@transaction.atomic
def revoke_role(*, user: User, role: str, by: User | str) -> User:
    """Takes a role; without any staff role left, /kelola/ is closed again."""
    user.groups.remove(*user.groups.filter(name=role))
    if user.is_staff and not user.is_superuser and not user.groups.filter(name__in=STAFF).exists():
        user.is_staff = False
        user.save(update_fields=["is_staff"])
    audit.record(by, "role.revoked", user, role=role)
    return user


@transaction.atomic
def change_profile(*, user: User, name: str, phone: str, language: str) -> User:
    """Changes what a person says about themselves. Raises PhoneNotUnderstood; an empty phone is fine."""
    user.name, user.language = name.strip(), language
    user.phone = phones.normalised(phone) if phone.strip() else ""
    user.save(update_fields=["name", "phone", "language"])
    audit.record(user, "profile.changed", user)
    return user
