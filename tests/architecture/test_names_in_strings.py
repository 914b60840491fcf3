"""import-linter reads imports; Django and Oscar also find things by strings. Those obey the floors too."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from tests.architecture import house

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField", "ParentalKey", "ParentalManyToManyField"}
OSCAR_LOADERS = {"get_class", "get_classes"}


def packages_by_label() -> dict[str, str]:
    return {config.label: config.name for config in apps.get_app_configs()}


def labels_named(path: Path) -> Iterator[tuple[int, str]]:
    """App labels that a file names in strings, with their lines."""
    for name, call in house.calls(path):
        for text in texts_of(name, call):
            yield call.lineno, text.split(".")[0]


def texts_of(name: str, call: ast.Call) -> Iterator[str]:
    first = house.text_of(call.args[0]) if call.args else ""
    if name == "get_model" or name in OSCAR_LOADERS:
        yield first
    if name in RELATIONS:
        named = [keyword.value for keyword in call.keywords if keyword.arg in {"to", "through"}]
        yield from (text for text in [first, *map(house.text_of, named)] if "." in text)


def climbs(source: str, target: str) -> bool:
    """Whether naming `target` from `source` points up a floor, or sideways to a neighbour."""
    floors = house.floors()
    if source == target or target not in floors or source not in floors:
        return False
    return floors[target] <= floors[source]


def test_a_name_in_a_string_points_down_like_an_import() -> None:
    packages = packages_by_label()
    wrong = [
        f"{house.name_of(path)}:{line} names {target}"
        for path in house.our_python()
        for line, label in labels_named(path)
        if climbs(house.package_of(path), target := packages.get(label, ""))
    ]
    assert wrong == []


def test_the_floors_are_read_as_declared() -> None:
    floors = house.floors()
    assert floors["content.home"] < floors["store.api"] < floors["store.pricing"] < floors["iccn.config"]
    assert floors["iccn.money"] == max(floors.values())
    assert climbs("store.catalogue", "store.order")
    assert climbs("iccn.ledger", "store.order")
    assert not climbs("store.order", "store.catalogue")


def test_the_reader_sees_every_way_to_name_a_model() -> None:
    code = (
        'get_model("order", "Line"); get_class("basket.forms", "X"); apps.get_model("shop.Thing")\n'
        'models.ForeignKey("members.Member"); ManyToManyField(to="a.B", through="c.D"); ForeignKey("self")'
    )
    named = [
        text
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        for text in texts_of(node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, node)
    ]
    assert sorted(named) == ["a.B", "basket.forms", "c.D", "members.Member", "order", "shop.Thing"]
