"""The cast: the same people in every test. Joko is a stranger and must always be refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import requests
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_migrate

from iccn.accounts import roles
from iccn.accounts.models import User
from iccn.audit import guards as audit_guards
from iccn.chapters.models import Chapter, ChapterRole
from iccn.config import translations
from iccn.ledger import guards as ledger_guards
from iccn.members.models import Member
from iccn.regions.models import District, Province, Regency, Village
from store.catalogue import guards as catalogue_guards
from store.partner.models import Partner
from store.profit import guards as profit_guards
from tests.factories.elastic_node import WITHOUT_NODE
from tests.factories.gateway import Payer, Wire
from tests.factories.rights import may_translate


def pytest_sessionstart() -> None:
    """English pages are read in English: the compiled files are not kept in the repository."""
    translations.compile_files(Path(folder) for folder in settings.LOCALE_PATHS)


def pytest_terminal_summary(terminalreporter) -> None:
    """Says plainly when the suite ran without a real Elasticsearch."""
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    without = [words for words in skipped if WITHOUT_NODE in words]
    if without:
        terminalreporter.write_line(f"{len(without)} tests did not run: {without[0]}", yellow=True)


PASSWORD = "rahasia-uji-coba"


def _may_translate_again(**_told: object) -> None:
    may_translate()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Tables are made without migrations here: the guards that a migration installs are installed by hand."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        audit_guards.install(cursor)
        ledger_guards.install(cursor)
        ledger_guards.install_seals(cursor)
        profit_guards.install(cursor)
        catalogue_guards.install(cursor)
        may_translate()
    # A test that empties all tables takes the permission along; Django tells when it has emptied them.
    post_migrate.connect(_may_translate_again, sender=apps.get_app_config("wagtail_localize"))
    yield
    # A browser may still have been asking when its test ended: the database is dropped all the same.
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


def person(name: str, *groups: str, **fields: object) -> User:
    user = User.objects.create_user(f"{name.lower()}@contoh.example", PASSWORD, name=name, **fields)
    user.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])
    return user


@pytest.fixture
def village(db) -> Village:
    province = Province.objects.create(code="32", name="Jawa Barat")
    regency = Regency.objects.create(code="32.73", name="Kota Bandung", province=province)
    district = District.objects.create(code="32.73.10", name="Astanaanyar", regency=regency)
    return Village.objects.create(
        code="32.73.10.1005", name="Cibadak", district=district, postal_code="40241"
    )


@pytest.fixture
def bandung(village) -> Chapter:
    return Chapter.objects.create(slug="bandung", name="Simpul Bandung", regency=village.district.regency)


@pytest.fixture
def jepara(db) -> Chapter:
    province = Province.objects.create(code="33", name="Jawa Tengah")
    regency = Regency.objects.create(code="33.20", name="Kabupaten Jepara", province=province)
    return Chapter.objects.create(slug="jepara", name="Simpul Jepara", regency=regency)


@pytest.fixture
def sari(bandung, village) -> User:
    """An artisan of Bandung."""
    user = person("Sari", roles.ARTISAN, phone="+6281234567890")
    member = Member.objects.create(chapter=bandung, user=user, name="Sari", village=village)
    artisan = Partner.objects.create(
        name="Sari", code="sari", member=member, craft="anyaman", is_accepted=True, is_public=True
    )
    artisan.users.add(user)
    return user


@pytest.fixture
def bagus(bandung) -> User:
    """The coordinator of Bandung."""
    user = person("Bagus", roles.COORDINATOR)
    ChapterRole.objects.create(chapter=bandung, user=user, role="coordinator", starts=date(2026, 1, 1))
    return user


@pytest.fixture
def wulan(jepara) -> User:
    """A curator, member of Jepara."""
    user = person("Wulan", roles.CURATOR, is_staff=True)
    Member.objects.create(chapter=jepara, user=user, name="Wulan")
    return user


@pytest.fixture
def made(jepara) -> User:
    """Another curator."""
    user = person("Made", roles.CURATOR, is_staff=True)
    Member.objects.create(chapter=jepara, user=user, name="Made")
    return user


@pytest.fixture
def ratna(db) -> User:
    """An editor."""
    return person("Ratna", roles.EDITOR, is_staff=True)


@pytest.fixture
def dewi(db) -> User:
    """Finance."""
    return person("Dewi", roles.FINANCE, is_staff=True)


@pytest.fixture
def eko(db) -> User:
    """The finance checker."""
    return person("Eko", roles.FINANCE_CHECKER, is_staff=True)


@pytest.fixture
def joko(db) -> User:
    """A stranger with a log-in and no rights."""
    return person("Joko")


@pytest.fixture
def wire(monkeypatch) -> Wire:
    """What our programs send over HTTP reaches this site itself; nothing else answers."""
    carrier = Wire()
    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", lambda *a, **k: carrier.send(*a, **k))
    return carrier


@pytest.fixture
def midtrans(wire, db, django_capture_on_commit_callbacks) -> Payer:
    """The simulator behind the real SDK, and a payer in front of it."""
    return Payer(wire, django_capture_on_commit_callbacks)


@pytest.fixture
def moderator(db) -> User:
    """A moderator: publishes what editors send."""
    return person("Tuti", roles.MODERATOR, is_staff=True)
