import polib
import pytest

from iccn.config import translations
from iccn.config.translations import Catalogue, Words


def entry(msgid: str, msgstr: str, **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **more)


def test_messages_of_python_are_found_in_every_spelling() -> None:
    code = (
        'from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n'
        '_("Stok habis")\n'
        'ngettext("%(n)d karya", "%(n)d karya", 3)\n'
        'pgettext("warna", "Merah")\n'
        '_(variable)\n'
    )  # fmt: skip
    assert list(translations.messages_of(code, is_template=False)) == [
        Words("Stok habis"),
        Words("%(n)d karya", "%(n)d karya"),
        Words("Merah", context="warna"),
    ]


def test_messages_of_a_template_are_found_whatever_its_indents() -> None:
    html = (
        "{% load i18n %}\n"
        "    <p>{% translate 'Masukkan ke keranjang' %}</p>\n"
        "  <p title=\"{% translate 'Merah' context 'warna' %}\">it's</p>\n"
        "{% blocktranslate count n=n trimmed %}\n   satu karya\n{% plural %}\n   {{ n }} karya\n"
        "{% endblocktranslate %}\n"
        "{{ _('Kosong')|upper }}"
    )
    assert list(translations.messages_of(html, is_template=True)) == [
        Words("Masukkan ke keranjang"),
        Words("Merah", context="warna"),
        Words("satu karya", "%(n)s karya"),
        Words("Kosong"),
    ]


def test_a_merge_keeps_what_is_known_and_drops_what_nobody_shows() -> None:
    catalogue = Catalogue({Words("Baru"): {"a.py"}, Words("Stok habis"): {"b.py", "a.py"}})
    file = translations.merged([entry("Stok habis", "Sold out"), entry("Lama", "Old")], catalogue)
    assert [(each.msgid, each.msgstr) for each in file] == [("Baru", ""), ("Stok habis", "Sold out")]
    assert file[1].occurrences == [("a.py", ""), ("b.py", "")]


def test_a_finished_file_has_no_faults() -> None:
    catalogue = Catalogue({Words("Halo %(name)s"): {"a.py"}})
    file = translations.merged([entry("Halo %(name)s", "Hello %(name)s")], catalogue)
    assert translations.faults(file, catalogue) == []


@pytest.mark.parametrize(
    ("known", "fault"),
    [
        ([], "no English for 'Halo {name}' (a.py)"),
        ([entry("Halo {name}", "")], "empty translation of 'Halo {name}'"),
        ([entry("Halo {name}", "Hello")], "placeholders of 'Halo {name}' differ in 'Hello'"),
        ([entry("Halo {name}", "Hello {nama}")], "placeholders of 'Halo {name}' differ in 'Hello {nama}'"),
        ([entry("Halo {name}", "Hi {name}", flags=["fuzzy"])], "fuzzy translation of 'Halo {name}'"),
    ],
)
def test_a_fault_is_told_in_a_sentence(known, fault) -> None:
    file = polib.POFile()
    file.extend(known)
    assert translations.faults(file, Catalogue({Words("Halo {name}"): {"a.py"}})) == [fault]


def test_files_are_compiled_once_and_again_when_the_words_change(tmp_path) -> None:
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    file = polib.POFile()
    file.append(entry("Stok habis", "Sold out"))
    file.save(str(path))
    assert translations.compile_files([tmp_path]) == 1
    assert translations.compile_files([tmp_path]) == 0
    assert polib.mofile(str(path.with_suffix(".mo")))[0].msgstr == "Sold out"
    file[0].msgstr = "Out of stock"
    file.save(str(path))
    assert translations.compile_files([tmp_path]) == 1
    assert [each.name for each in path.parent.iterdir() if each.suffix == ".part"] == []
