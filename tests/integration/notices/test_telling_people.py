from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.notices import delivery, services
from iccn.notices.models import Notice
from iccn.notices.recipient import Recipient
from iccn.notices.whatsapp import WhatsAppUnavailable

pytestmark = pytest.mark.django_db
SARI = Recipient(name="Sari", email="sari@contoh.example", phone="+6281234567890", language="id")


@pytest.fixture(autouse=True)
def _kind(tmp_path, settings) -> None:
    folder = tmp_path / "notices" / "hello"
    folder.mkdir(parents=True)
    (folder / "id.subject.txt").write_text("Halo {{ recipient.name }}\n")
    (folder / "id.txt").write_text("Apa kabar, {{ what }}?")
    (folder / "id.whatsapp.txt").write_text("Kabar: {{ what }}")
    (folder / "en.subject.txt").write_text("Hello {{ recipient.name }}")
    (folder / "en.txt").write_text("How is {{ what }}?")
    (folder / "en.html").write_text("<p>How is {{ what }}?</p>")
    engine = dict(settings.TEMPLATES[0])
    engine["DIRS"] = [tmp_path, *engine["DIRS"]]
    settings.TEMPLATES = [engine]


def test_a_message_goes_out_by_every_way_the_person_has(
    django_capture_on_commit_callbacks, mailoutbox
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        mail, whatsapp = services.tell(to=SARI, kind="hello", facts={"what": "tikar"})
    assert (mailoutbox[0].subject, mailoutbox[0].body) == ("Halo Sari", "Apa kabar, tikar?\n")
    assert mailoutbox[0].to == ["sari@contoh.example"]
    whatsapp.refresh_from_db()
    assert (whatsapp.text, whatsapp.state, whatsapp.tries) == ("Kabar: tikar", "sent", 1)
    mail.refresh_from_db()
    assert mail.state == "sent"


def test_english_readers_get_english_and_html(
    django_capture_on_commit_callbacks, mailoutbox, bandung
) -> None:
    reader = Recipient(name="Tim", email="tim@contoh.example", language="en")
    with django_capture_on_commit_callbacks(execute=True):
        (notice,) = services.tell(to=reader, kind="hello", facts={"what": "<b>"}, subject=bandung)
    assert mailoutbox[0].alternatives[0][0] == "<p>How is &lt;b&gt;?</p>"
    assert (notice.about_type, notice.about_id) == ("chapters.chapter", str(bandung.pk))


def test_nothing_is_sent_when_the_change_does_not_stand(
    django_capture_on_commit_callbacks, mailoutbox
) -> None:
    with django_capture_on_commit_callbacks():
        services.tell(to=SARI, kind="hello", facts={"what": "x"})
    assert mailoutbox == []
    assert set(Notice.objects.values_list("state", flat=True)) == {"waiting"}


def test_a_person_who_cannot_be_reached_gets_nothing() -> None:
    assert services.tell(to=Recipient(name="Tamu", language="xx"), kind="hello") == []


def test_a_message_is_sent_once(mailoutbox) -> None:
    mail, _ = services.tell(to=SARI, kind="hello")
    assert delivery.send(mail.pk) == "sent"
    assert delivery.send(mail.pk) == "sent"
    assert delivery.send(0) is None
    assert len(mailoutbox) == 1


class Broken:
    def send(self, *, phone: str, text: str) -> None:
        raise WhatsAppUnavailable


def test_a_provider_that_is_down_is_tried_five_times(settings, monkeypatch) -> None:
    monkeypatch.setattr(delivery, "adapter", Broken)
    _, whatsapp = services.tell(to=SARI, kind="hello")
    states = [delivery.send(whatsapp.pk) for _ in range(5)]
    assert states == ["waiting", "waiting", "waiting", "waiting", "failed"]


def test_old_messages_are_forgotten() -> None:
    mail, whatsapp = services.tell(to=SARI, kind="hello")
    Notice.objects.filter(pk=mail.pk).update(created_at=timezone.now() - timedelta(days=366))
    assert services.prune() == 1
    assert list(Notice.objects.all()) == [whatsapp]


def test_the_demos_post_box_finds_messages_and_exists_only_there(client, settings) -> None:
    services.tell(to=SARI, kind="hello")
    assert client.get("/id/demo/pesan/?q=sari").content.decode().count("sari@contoh.example") == 1
    notice = Notice.objects.first()
    assert client.get(f"/id/demo/pesan/{notice.pk}/").status_code == 200
    settings.DEMO = False
    assert client.get("/id/demo/pesan/").status_code == 404
    assert client.get(f"/id/demo/pesan/{notice.pk}/").status_code == 404
