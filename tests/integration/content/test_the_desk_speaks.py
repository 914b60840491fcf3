"""The desk speaks the language of the person who works at it."""

import pytest
from django.urls import reverse

from tests.factories.pages import photo_class


def read(client, path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def places(page_id: int) -> dict[str, str]:
    return {
        "dashboard": "/kelola/",
        "explorer": reverse("wagtailadmin_explore", args=[page_id]),
        "editor": reverse("wagtailadmin_pages:edit", args=[page_id]),
        "history": reverse("wagtailadmin_pages:history", args=[page_id]),
        "pictures": reverse("wagtailimages:index"),
        "scripts": reverse("wagtailadmin_javascript_catalog"),
    }


@pytest.mark.parametrize(
    ("place", "indonesian", "english"),
    [
        ("dashboard", "Dasbor", "Dashboard"),
        ("explorer", "Diperbarui", "Updated"),
        ("editor", "Simpan draf", "Save draft"),
        ("editor", "Pratinjau", "Preview"),
        ("history", "Tindakan", "Action"),
        ("pictures", "Tambah gambar", "Add an image"),
        ("scripts", "Sisipkan blok", "jsi18n_initialized"),
    ],
)
def test_an_editor_reads_the_desk_in_her_language(laid, client, ratna, place, indonesian, english) -> None:
    page = photo_class()
    client.force_login(ratna)
    said = read(client, places(page.pk)[place])
    assert indonesian in said

    ratna.language = "en"
    ratna.save()

    said = read(client, places(page.pk)[place])
    assert english in said
    assert indonesian not in said
