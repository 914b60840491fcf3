"""Rounds: what is sent while one that fits is open belongs to it; the rest is rolling."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from store.curation.models import Quota, Round, Submission
from store.curation.rounds import filled
from tests.conftest import person
from tests.factories.catalogue import make_category
from tests.factories.curation import decide, make_new, make_sent

pytestmark = pytest.mark.django_db
TODAY, DAY = timezone.localdate(), timedelta(days=1)


@pytest.fixture(autouse=True)
def _roles(db) -> None:
    sync_roles()


def make_round(theme="Anyaman", opens=TODAY, closes=TODAY, **quota) -> Round:
    one = Round.objects.create(theme=theme, opens_on=opens, closes_on=closes)
    if quota:
        Quota.objects.create(round=one, most=2, **quota)
    return one


def test_without_an_open_round_intake_is_rolling(sari) -> None:
    make_round(opens=TODAY - 9 * DAY, closes=TODAY - DAY)
    make_round(opens=TODAY + DAY, closes=TODAY + 9 * DAY)
    assert make_new(sari).intake is None


def test_of_several_open_rounds_the_one_that_closes_first_takes_it(sari) -> None:
    make_round(closes=TODAY + 9 * DAY)
    first = make_round(closes=TODAY + DAY)
    assert make_new(sari).intake == first


def test_a_round_with_quotas_takes_what_fits_one_of_them(sari, village, jepara) -> None:
    make_round("Jepara", province=jepara.regency.province)
    make_round("Rasa", category=make_category("rasa"))
    assert make_new(sari).intake is None
    fits = make_round("Jawa Barat", category=make_category(), province=village.district.regency.province)
    assert make_new(sari).intake == fits


def test_the_report_tells_how_full_a_quota_is(client, sari, wulan, made, village) -> None:
    one = make_round(category=make_category(), province=village.district.regency.province)
    decide(make_sent(sari), "selected", wulan, made)
    make_new(sari)
    assert [(full.selected, full.most) for full in filled(one)] == [(1, 2)]
    client.force_login(wulan)
    page = client.get(f"/kelola/kurasi/laporan/?round={one.pk}")
    assert page.context["report"].whole.sent == 2
    assert "1 dari 2 terpilih" in page.content.decode()
    assert len(client.get(f"/kelola/kurasi/?intake={one.pk}").context["object_list"]) == 2
    assert len(client.get("/kelola/kurasi/?intake=null").context["object_list"]) == 0


def test_lead_curators_keep_rounds_and_nobody_else(client, wulan, joko) -> None:
    lead = person("Lestari", roles.LEAD_CURATOR, is_staff=True)
    typed = {
        "theme": "Lebaran", "theme_en": "", "opens_on": str(TODAY), "closes_on": str(TODAY + DAY),
        "quotas-TOTAL_FORMS": "0", "quotas-INITIAL_FORMS": "0",
    }  # fmt: skip
    for other in (wulan, joko):
        client.force_login(other)
        assert client.post("/kelola/kurasi/putaran/new/", typed).status_code in {302, 403}
    assert not Round.objects.exists()
    client.force_login(lead)
    answer = client.post("/kelola/kurasi/putaran/new/", typed)
    assert (answer.status_code, answer["Location"]) == (302, "/kelola/kurasi/putaran/")
    assert Round.objects.get().theme == "Lebaran"
    assert Submission.objects.count() == 0
