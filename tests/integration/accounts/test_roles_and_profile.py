import pytest
from django.contrib.auth.models import Group

from iccn.accounts import roles, services
from iccn.accounts.models import User
from iccn.accounts.refusals import PhoneNotUnderstood, UnknownRole
from iccn.audit.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups(db) -> list[Group]:
    return services.sync_roles()


def test_every_role_is_a_group_with_exactly_its_permissions(groups) -> None:
    curators = Group.objects.get(name=roles.CURATOR)
    curators.permissions.clear()
    services.sync_roles()
    held = {f"{one.content_type.app_label}.{one.codename}" for one in curators.permissions.all()}
    assert held == set(roles.PERMISSIONS[roles.CURATOR])
    assert {group.name for group in groups} == set(roles.PERMISSIONS)


def test_a_permission_that_does_not_exist_stops_the_start(monkeypatch) -> None:
    monkeypatch.setattr(services, "PERMISSIONS", {"editor": ("store.invent",)})
    with pytest.raises(Exception, match=r"store\.invent"):
        services.sync_roles()


def test_a_staff_role_opens_the_desk_and_its_end_closes_it(groups, joko) -> None:
    services.grant_role(user=joko, role=roles.EDITOR, by="system:test")
    assert joko.is_staff
    services.grant_role(user=joko, role=roles.CURATOR, by="system:test")
    services.revoke_role(user=joko, role=roles.EDITOR, by="system:test")
    assert joko.is_staff
    services.revoke_role(user=joko, role=roles.CURATOR, by="system:test")
    assert not joko.is_staff
    assert list(Line.objects.order_by("id").values_list("verb", "facts")) == [
        ("role.granted", {"role": "editor"}),
        ("role.granted", {"role": "curator"}),
        ("role.revoked", {"role": "editor"}),
        ("role.revoked", {"role": "curator"}),
    ]


def test_an_artisan_is_no_staff(groups, joko) -> None:
    services.grant_role(user=joko, role=roles.ARTISAN, by="system:test")
    assert not joko.is_staff


def test_an_unknown_role_is_refused(groups, joko) -> None:
    with pytest.raises(UnknownRole, match="raja"):
        services.grant_role(user=joko, role="raja", by="system:test")
    assert not joko.groups.exists()


def test_two_people_cannot_share_an_address_in_other_letters(joko) -> None:
    with pytest.raises(Exception, match="accounts_one_email"):
        User.objects.create(email="JOKO@contoh.example", name="Joko lain")


def test_a_person_changes_name_phone_and_language(client, joko) -> None:
    client.force_login(joko)
    answer = client.post("/id/akun/", {"name": "Joko W", "phone": "0812 3456 7890", "language": "en"})
    assert answer.status_code == 302
    joko.refresh_from_db()
    assert (joko.name, joko.phone, joko.language) == ("Joko W", "+6281234567890", "en")


def test_a_wrong_phone_keeps_what_was_typed(client, joko) -> None:
    client.force_login(joko)
    answer = client.post("/id/akun/", {"name": "Joko W", "phone": "12", "language": "id"})
    assert answer.status_code == 200
    assert "0812-3456-7890" in answer.content.decode()
    assert 'value="Joko W"' in answer.content.decode()
    joko.refresh_from_db()
    assert joko.name == "Joko"


def test_the_service_itself_refuses_a_wrong_phone(joko) -> None:
    with pytest.raises(PhoneNotUnderstood):
        services.change_profile(user=joko, name="J", phone="12", language="id")


def test_a_stranger_without_log_in_is_sent_to_the_log_in(client) -> None:
    answer = client.get("/id/akun/")
    assert answer.status_code == 302
    assert answer["Location"] == "/id/akun/login/?next=/id/akun/"


def test_wagtails_own_log_in_leads_to_ours(client) -> None:
    assert client.get("/kelola/login/?next=/kelola/pages/")["Location"] == (
        "/id/akun/login/?next=%2Fkelola%2Fpages%2F"
    )


def test_staff_without_a_second_factor_stay_out_of_the_desk_where_it_is_asked_for(
    client, ratna, settings
) -> None:
    settings.STAFF_MUST_USE_SECOND_FACTOR = True
    client.force_login(ratna)
    assert client.get("/kelola/")["Location"] == "/id/akun/2fa/"
