"""What curators ask to change stands beside the artisan's own boxes; two devices do not overwrite each other."""

import pytest
from django.utils import translation

from iccn.accounts.services import sync_roles
from iccn.members.models import Member
from iccn.notices.models import Notice
from store.curation import fields, judging, preview, services, showing
from store.curation.models import Decision, Submission
from store.curation.rubric import lay_first_rubric
from store.partner.models import Partner
from tests.factories.curation import TYPED, make_draft, make_sent

pytestmark = pytest.mark.django_db
REASON = "Menarik, tetapi ceritanya masih terlalu singkat."


@pytest.fixture
def rubric(db):
    sync_roles()
    return lay_first_rubric()


def asked_for_changes(submission: Submission, curator, rubric, **words: object) -> Decision:
    judging.score_submission(
        submission=submission, curator=curator, rubric=rubric, values=dict.fromkeys(rubric.weights, 3)
    )
    return judging.decide_submission(
        submission=submission, curator=curator, outcome="changes_asked", reason=REASON, **words
    )


def test_words_are_kept_for_known_fields_only(sari, wulan, rubric) -> None:
    notes = {
        "story": " Siapa yang menanam pandannya? ",
        "pictures": "Lebih terang.",
        "title": " ",
        "stranger": "x",
    }
    decision = asked_for_changes(make_sent(sari), wulan, rubric, notes=notes)
    assert decision.notes == {"story": "Siapa yang menanam pandannya?", "pictures": "Lebih terang."}
    assert [str(label) for label, _ in fields.named(decision.notes)] == ["Cerita produk", "Foto"]


def test_a_submission_that_does_not_go_back_keeps_no_words_on_fields() -> None:
    assert judging.notes_kept("selected", {"story": "Bagus"}) == {}


def test_the_artisan_reads_the_words_beside_the_field_and_in_the_mail(sari, wulan, rubric, client) -> None:
    submission = make_sent(sari)
    asked_for_changes(
        submission, wulan, rubric, notes={"story": "Siapa yang menanam?"}, reason_en="Tell more."
    )
    client.force_login(sari)
    page = client.get(f"/id/perajin/pengajuan/{submission.pk}/produk/").content.decode()
    assert 'id="id_story_note"' in page
    assert "id_story_helptext id_story_note" in page
    assert page.count("Siapa yang menanam?") == 1
    assert REASON in page
    english = client.get(f"/en/perajin/pengajuan/{submission.pk}/").content.decode()
    assert "Tell more." in english
    mail = Notice.objects.get(kind="submission_changes_asked", channel="email")
    assert "Siapa yang menanam?" in mail.text


def test_the_mail_leads_to_the_artisans_own_language(sari, wulan, rubric) -> None:
    sari.language = "en"
    sari.save()
    with translation.override("id"):
        submission = make_sent(sari)
        asked_for_changes(submission, wulan, rubric)
    for notice in Notice.objects.filter(channel="email"):
        assert f"/en/perajin/pengajuan/{submission.pk}/" in notice.text


def test_sending_is_confirmed_to_the_artisan(sari) -> None:
    submission = make_sent(sari)
    notice = Notice.objects.get(kind="submission_received")
    assert (notice.address, notice.subject) == ("sari@contoh.example", "Kami terima: Tas pandan motif kotak")
    assert f"/id/perajin/pengajuan/{submission.pk}/" in notice.text


def test_a_page_that_saves_by_itself_does_not_stand_in_its_own_way(sari) -> None:
    draft = make_draft(sari)
    for title in ("Tas p", "Tas pandan"):
        services.save_draft(
            submission=draft, user=sari, typed={"title": title}, revision=draft.revision, writer="halaman-1"
        )
    kept = Submission.objects.get(pk=draft.pk)
    assert (kept.typed["title"], kept.revision, kept.writer) == ("Tas pandan", 3, "halaman-1")


def test_the_page_left_behind_sees_both_and_may_save_its_own(sari, client) -> None:
    draft = make_draft(sari)
    services.save_draft(submission=draft, user=sari, typed={"title": "Dari ponsel"}, writer="ponsel")
    client.force_login(sari)
    address = f"/id/perajin/pengajuan/{draft.pk}/produk/"
    typed = {"title": "Dari laptop", "revision": "1", "writer": "laptop", "stay": "1"}
    page = client.post(address, typed)
    assert page.status_code == 409
    shown = page.content.decode()
    assert 'value="Dari laptop"' in shown
    assert "Tersimpan dari perangkat lain: Dari ponsel" in shown
    assert Submission.objects.get(pk=draft.pk).typed["title"] == "Dari ponsel"
    answer = client.post(address, typed, headers={"HX-Request": "true"})
    assert (answer.status_code, "diubah di perangkat lain" in answer.content.decode()) == (200, True)
    client.post(address, {**typed, "revision": "2"})
    assert Submission.objects.get(pk=draft.pk).typed["title"] == "Dari laptop"


def test_pictures_move_by_one_as_far_as_there_is_room(sari) -> None:
    draft = make_draft(sari, pictures=3)
    first, second, third = draft.pictures.all()
    for entry, places, then in (
        (first, 1, [second, first, third]),
        (third, -1, [second, third, first]),
        (second, -1, [second, third, first]),
        (first, 1, [second, third, first]),
    ):
        services.move_picture(submission=draft, user=sari, entry_id=entry.pk, places=places)
        assert list(draft.pictures.all()) == then
    services.move_picture(submission=draft, user=sari, entry_id=0, places=1)
    assert list(draft.pictures.all()) == [second, third, first]


def test_a_price_below_the_cost_is_said_in_the_price_step_already(sari, client) -> None:
    draft = make_draft(sari, {**TYPED, "making_cost": "100.000", "wished_price": "124.900"})
    assert "Rp125.000" in preview.floor_words_of(draft)
    assert preview.floor_words_of(make_draft(sari)) == ""
    assert preview.floor_words_of(make_draft(sari, {"wished_price": "seratus"})) == ""
    client.force_login(sari)
    address = f"/id/perajin/pengajuan/{draft.pk}/harga/"
    assert client.post(address, {"wished_price": "124.900"}).status_code == 422
    answer = client.post(address, {"wished_price": "125.000", "stock": "5"})
    assert (answer.status_code, answer["Location"]) == (302, f"/id/perajin/pengajuan/{draft.pk}/periksa/")


def test_the_story_so_far_is_told_from_the_audit_trail(sari, wulan, rubric) -> None:
    submission = make_sent(sari)
    asked_for_changes(submission, wulan, rubric)
    titles = [str(event["title"]) for event in showing.timeline_of(submission)]
    assert titles == ["Mulai ditulis", "Dikirim ke kurator", "Perbaikan diminta"]


def test_the_list_takes_few_queries_however_long_it_is(sari, client, django_assert_max_num_queries) -> None:
    for _ in range(4):
        make_draft(sari, pictures=2)
    client.force_login(sari)
    client.get("/id/perajin/")  # the first look makes the small pictures
    with django_assert_max_num_queries(14):
        client.get("/id/perajin/")


def test_a_strangers_hand_reaches_no_page_of_a_submission(sari, joko, client) -> None:
    draft = make_draft(sari)
    entry = draft.pictures.get()
    client.force_login(joko)
    base = f"/id/perajin/pengajuan/{draft.pk}/"
    for address in ("", "produk/", "pembuatan/", "foto/", "harga/", "periksa/", "tarik/"):
        assert client.get(base + address).status_code == 403
    for address in ("produk/", "foto/tambah/", f"foto/{entry.pk}/", "periksa/", "tarik/"):
        assert client.post(base + address, {"title": "Curi", "remove": "1"}).status_code == 403
    assert (Submission.objects.get(pk=draft.pk).typed["title"], draft.pictures.count()) == (TYPED["title"], 1)


def test_another_artisan_finds_nothing_there(sari, jepara, client, django_user_model) -> None:
    budi = django_user_model.objects.create_user("budi@contoh.example", "rahasia-uji-coba", name="Budi")
    member = Member.objects.create(chapter=jepara, user=budi, name="Budi")
    Partner.objects.create(name="Budi", code="budi", member=member, is_accepted=True).users.add(budi)
    draft = make_draft(sari)
    client.force_login(budi)
    for address in ("", "produk/", "foto/", "periksa/", "tarik/"):
        assert client.get(f"/id/perajin/pengajuan/{draft.pk}/{address}").status_code == 404
