from wagtail.models import GroupPagePermission, Locale, Page, Site, Workflow

from content.home.menus import Menu
from content.home.models import HomePage
from content.home.services import lay_foundation


def everything() -> dict[str, list[object]]:
    return {
        "pages": list(Page.objects.order_by("path").values_list("url_path", "live", "locale__language_code")),
        "sites": list(Site.objects.values_list("hostname", "port", "root_page")),
        "rights": sorted(GroupPagePermission.objects.values_list("group__name", "permission__codename")),
        "menus": sorted(Menu.objects.values_list("place", "locale__language_code")),
        "workflows": list(Workflow.objects.values_list("name", "active")),
    }


def test_both_languages_stand_with_the_same_addresses_below_them(laid):
    paths = {page.url for page in Page.objects.filter(depth__gt=1, live=True)}
    assert paths == {
        *("/id/", "/id/program/", "/id/ajar/", "/id/kabar/"),
        *("/en/", "/en/program/", "/en/ajar/", "/en/kabar/"),
    }
    assert {one.language_code for one in Locale.objects.all()} == {"id", "en"}


def test_laying_the_foundation_again_changes_nothing(laid):
    before = everything()
    lay_foundation()
    assert everything() == before


def test_laying_again_keeps_what_an_editor_wrote(laid):
    home = HomePage.objects.get(pk=laid.home.pk)
    home.headline = "Judul dari Ratna"
    home.save_revision().publish()
    lay_foundation()
    assert HomePage.objects.get(pk=laid.home.pk).headline == "Judul dari Ratna"


def test_an_editor_may_write_but_not_publish_and_a_moderator_may(laid, ratna, moderator):
    page = laid.news
    assert page.permissions_for_user(ratna).can_edit()
    assert page.permissions_for_user(ratna).can_add_subpage()
    assert not page.permissions_for_user(ratna).can_publish()
    assert page.permissions_for_user(moderator).can_publish()


def test_every_page_is_reviewed_by_a_moderator(laid):
    assert laid.academy.get_workflow().name == "Tinjauan moderator"
