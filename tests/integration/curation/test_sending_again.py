"""What changed between two sendings: to the artisan before she sends, and to the curators."""

import pytest

from iccn.accounts.services import sync_roles
from store.curation import services
from store.curation.changes import difference
from store.curation.models import Sending
from tests.factories.catalogue import make_picture
from tests.factories.curation import TYPED, decide, make_draft, make_sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(sari, wulan):
    sync_roles()
    return decide(make_sent(sari), "changes_asked", wulan)


def write(submission, user, **words):
    return services.save_draft(submission=submission, user=user, typed={**TYPED, **words})


def told(found):
    return [(str(row.label), [(one.kind.value, one.text) for one in row.pieces]) for row in found.rows]


def test_before_the_first_sending_there_is_nothing_to_compare(sari) -> None:
    assert difference.before_sending(make_draft(sari)) is None


def test_each_sending_is_kept_as_it_was(asked, sari) -> None:
    write(asked, sari, wished_price="140.000")
    first, second = make_again(asked, sari)
    assert (first.typed["wished_price"], second.typed["wished_price"]) == ("125.000", "140.000")
    assert (first.round, second.round) == (1, 2)


def make_again(submission, user):
    services.send_submission(submission=submission, user=user)
    return list(Sending.objects.filter(submission=submission).order_by("round"))


def test_the_artisan_sees_what_she_changed_before_she_sends(asked, sari, client) -> None:
    old = asked.pictures.get()
    write(asked, sari, wished_price="140.000")
    services.add_picture(submission=asked, user=sari, picture=make_picture("Baru"))
    services.remove_picture(submission=asked, user=sari, entry_id=old.pk)
    asked.refresh_from_db()
    found = difference.before_sending(asked)
    assert told(found) == [("Harga yang diinginkan", [("gone", "Rp125.000"), ("new", "Rp140.000")])]
    assert (len(found.gone), len(found.new), found.is_reordered) == (1, 1, False)
    client.force_login(sari)
    page = client.get(f"/id/perajin/pengajuan/{asked.pk}/periksa/").content.decode()
    assert "Yang berubah sejak kiriman terakhir" in page
    assert "Foto yang dihapus 1" in page


def test_nothing_changed_is_said_too(asked, sari, client) -> None:
    client.force_login(sari)
    assert (
        "Belum ada yang berubah." in client.get(f"/id/perajin/pengajuan/{asked.pk}/periksa/").content.decode()
    )


def test_curators_and_the_artisan_see_what_the_last_sending_changed(asked, sari, wulan, client) -> None:
    write(asked, sari, wished_price="140.000")
    make_again(asked, sari)
    client.force_login(wulan)
    desk = client.get(f"/kelola/kurasi/{asked.pk}/").content.decode()
    client.force_login(sari)
    status = client.get(f"/id/perajin/pengajuan/{asked.pk}/").content.decode()
    for page in (desk, status):
        assert "Yang berubah sejak kiriman sebelumnya" in page
        assert "<del>" in page
        assert "Rp140.000" in page


def test_a_picture_that_is_no_longer_kept_is_left_out(asked) -> None:
    assert difference.shown([987_654], "Foto") == ()
