import json

import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories import pages


def read(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_chapters_stand_under_their_provinces(laid, client, bandung, jepara):
    html = read(client, "/id/simpul/")
    assert html.index("Jawa Barat") < html.index("Simpul Bandung") < html.index("Simpul Jepara")
    assert "2 simpul aktif" in html
    assert "2 active chapters" in read(client, "/en/simpul/")


def test_a_chapter_shows_people_who_agreed_and_its_money(laid, client, sari, bandung):
    html = read(client, "/id/simpul/bandung/")
    assert "Kota Bandung, Jawa Barat" in html
    assert "Sari" in html
    assert "Rp0" in html


def test_an_inactive_chapter_is_not_shown(laid, client, bandung):
    bandung.is_active = False
    bandung.save()
    assert client.get("/id/simpul/bandung/").status_code == 404


@pytest.mark.parametrize("path", ["/id/transparansi/", "/en/transparansi/"])
def test_without_sales_the_money_page_says_so(laid, client, path):
    assert "empty-state" in read(client, path)


def test_open_data_is_there_for_machines(laid, client):
    answer = client.get("/id/transparansi/data.csv")
    assert answer.content.decode() == "bulan,provinsi,simpul,rupiah\r\n"
    data = json.loads(client.get("/id/transparansi/data.json").content)
    assert data["orders"] == 0
    assert data["by_chapter_month"] == []


def test_the_sitemap_names_twins_and_no_drafts(laid, client, bandung):
    pages.news(3)
    pages.news(4).unpublish()
    xml = read(client, "/sitemap.xml")
    assert "<loc>http://localhost:8000/id/kabar/kabar-3/</loc>" in xml
    assert 'hreflang="en" href="http://localhost:8000/en/kabar/kabar-3/"' in xml
    assert "<loc>http://localhost:8000/id/simpul/bandung/</loc>" in xml
    assert "<loc>http://localhost:8000/id/kabar/kabar-4/</loc>" not in xml


def test_a_demo_is_kept_out_of_search_engines(client, settings):
    assert "Disallow: /\n" in read(client, "/robots.txt")
    settings.DEMO = False
    html = read(client, "/robots.txt")
    assert "Disallow: /\n" not in html
    assert "Sitemap: http://localhost:8000/sitemap.xml" in html


def test_menus_and_words_of_editors_stand_on_every_page(laid, client):
    assert "Ke mana keuntungan mengalir" in read(client, "/id/simpul/")
    html = read(client, "/en/simpul/")
    assert "Where profit goes" in html
    assert "A national programme of the Indonesia Creative Cities Network" in html


def desk(page_id: int) -> list[str]:
    return [
        *("/kelola/", f"/kelola/pages/{page_id}/edit/", "/kelola/snippets/ajar/mentor/"),
        *("/kelola/snippets/home/menu/", "/kelola/images/", "/kelola/settings/home/sitesettings/"),
    ]


def test_an_editor_reaches_her_desk(laid, client, ratna):
    client.force_login(ratna)
    answers = {path: client.get(path, follow=True).status_code for path in desk(laid.news.pk)}
    assert set(answers.values()) == {200}


def test_a_stranger_never_reaches_it(laid, client, joko):
    client.force_login(joko)
    for path in desk(laid.news.pk):
        assert client.get(path, follow=True).status_code == 403, path


def test_a_curator_changes_no_pages_menus_or_words(laid, client, wulan):
    client.force_login(wulan)
    for path in desk(laid.news.pk)[1:]:
        assert client.get(path).status_code in {302, 403}, path
    assert not laid.news.permissions_for_user(wulan).can_edit()


def test_an_editor_cannot_publish_by_asking_for_it(laid, client, ratna):
    client.force_login(ratna)
    page = pages.news(3)
    page.unpublish()
    asked = {
        "title": "Terbit sendiri",
        "slug": "kabar-3",
        "date": "2026-11-03",
        "category": "story",
        "body": streamfield([("paragraph", rich_text("<p>Isi.</p>"))]),
        "action-publish": "1",
    }
    client.post(f"/kelola/pages/{page.pk}/edit/", nested_form_data(asked))
    page.refresh_from_db()
    assert not page.live
    assert page.latest_revision.as_object().title == "Terbit sendiri"
