import socket

import pytest
from django.core.management import CommandError, call_command

from iccn.config import preparing
from iccn.config.management.commands.serve import refuse_a_taken_port
from iccn.config.preparing import Step
from iccn.ledger import chart
from iccn.ledger.models import Account, SplitPolicy
from store.pricing.models import GatewayFee
from store.pricing.services import fee_terms
from store.shipping.models import Tariff
from store.shipping.port import ParcelContents
from store.shipping.rates import quotes

BAG = ParcelContents(grams=450)


def test_only_what_is_due_is_done_and_each_step_is_told() -> None:
    done: list[str] = []
    said: list[str] = []
    steps = (
        Step("Tabel", lambda: done.append("tables"), lambda: False),
        Step("Peran", lambda: done.append("roles")),
    )
    preparing.prepare(said.append, steps)
    assert done == ["roles"]
    assert [line.split(":")[0] for line in said] == ["  Peran …", "  Peran"]


def test_static_files_are_collected_once_and_again_when_one_changes(settings, tmp_path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a{}")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    assert preparing.static_files_changed()
    preparing.collect_static_files()
    assert (settings.STATIC_ROOT / "a.css").exists()
    assert not preparing.static_files_changed()
    (source / "a.css").write_text("a{color:red}")
    assert preparing.static_files_changed()


@pytest.mark.django_db
def test_a_fresh_shop_can_sell_without_any_demo(village) -> None:
    told: list[str] = []
    names = ("Buku", "Biaya pembayaran", "Ongkos kirim")
    steps = tuple(step for step in preparing.STEPS if step.title in names)
    preparing.prepare(told.append, steps)
    laid = shop_rules()
    preparing.prepare(told.append, steps)

    assert [step.title for step in steps] == list(names)
    assert laid == shop_rules()
    assert laid["accounts"] == len(chart.PLATFORM)
    assert laid["policies"] == [(1, True)]
    assert fee_terms("qris").basis_points > 0
    assert quotes(origin_village=village.code, destination_village=village.code, contents=BAG)


def shop_rules() -> dict[str, object]:
    """What the shop goes by before the first sale."""
    return {
        "accounts": Account.objects.count(),
        "policies": list(SplitPolicy.objects.values_list("version", "is_example")),
        "fees": GatewayFee.objects.count(),
        "tariffs": Tariff.objects.count(),
    }


def test_prices_of_couriers_come_after_the_provinces_they_lie_in() -> None:
    titles = [step.title for step in preparing.STEPS]
    assert titles.index("Wilayah Indonesia") < titles.index("Ongkos kirim") < titles.index("Data demo")


def test_a_taken_port_is_refused_with_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Porta {port} sedang dipakai program lain"):
            refuse_a_taken_port("127.0.0.1", port)


def test_a_free_port_is_left_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    refuse_a_taken_port("127.0.0.1", port)
    with socket.socket() as site:  # the look itself has not taken it
        site.bind(("127.0.0.1", port))
        assert site.getsockname() == ("127.0.0.1", port)


def test_missing_english_fails_the_check(settings, tmp_path) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    with pytest.raises(CommandError, match="messages lack a good English"):
        call_command("messages", "--check")
