"""The first words of the site: what stands there before an editor has written anything."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from content.home.details import HomeWords, PageWords

HOME: Final[Mapping[str, HomeWords]] = {
    "id": HomeWords(
        kicker="Aksi Bersama Bantu Sesama",
        headline="Karya satu kota menguatkan kota lain",
        lead="Belanja karya pilihan komunitas kreatif, belajar bersama mentornya, dan lihat ke mana setiap rupiah "
        "keuntungannya mengalir.",
        summary="Program nasional Indonesia Creative Cities Network: toko karya, akademi, dan kerja bersama lima "
        "program untuk komunitas kreatif di seluruh Indonesia.",
        actions=(
            {"label": "Belanja karya", "address": "/id/toko/", "kind": "accent"},
            {"label": "Ikuti kelas", "address": "/id/ajar/", "kind": "outline"},
        ),
        body=(
            {
                "products": {
                    "title": "Baru di toko",
                    "lead": "Dipilih kurator, dibuat tangan, diceritakan asal-usulnya.",
                }
            },
            {
                "programmes": {
                    "title": "Lima program yang saling menguatkan",
                    "lead": "Lahir pada 15 Mei 2020 untuk bertahan dari pandemi, kini untuk pulih dan membangun.",
                }
            },
            {
                "classes": {
                    "title": "Belajar di AJAR",
                    "lead": "Kelas hemat data dari orang yang mengerjakannya sendiri.",
                }
            },
            {
                "network": {
                    "title": "Dari simpul untuk simpul",
                    "lead": "Keuntungan toko kembali menguatkan usaha kreatif di simpul asalnya.",
                }
            },
            {"news": {"title": "Kabar dari jejaring"}},
        ),
    ),
    "en": HomeWords(
        kicker="Acting together, helping each other",
        headline="What one city makes strengthens another",
        lead="Buy work chosen from Indonesia's creative communities, learn from the people who make it, and see where "
        "every rupiah of its profit goes.",
        summary="A national programme of the Indonesia Creative Cities Network: a store, an academy, and five "
        "programmes for creative communities all over Indonesia.",
        actions=(
            {"label": "Shop the collection", "address": "/en/toko/", "kind": "accent"},
            {"label": "Join a class", "address": "/en/ajar/", "kind": "outline"},
        ),
        body=(
            {
                "products": {
                    "title": "New in the store",
                    "lead": "Chosen by curators, made by hand, with the story of where it comes from.",
                }
            },
            {
                "programmes": {
                    "title": "Five programmes that feed each other",
                    "lead": "Begun on 15 May 2020 to hold on through the pandemic, grown to recover and rebuild.",
                }
            },
            {
                "classes": {
                    "title": "Learn at AJAR",
                    "lead": "Classes light on data, by people who do the work themselves.",
                }
            },
            {
                "network": {
                    "title": "From chapter to chapter",
                    "lead": "The store's profit goes back to strengthen creative work where it was made.",
                }
            },
            {"news": {"title": "News from the network"}},
        ),
    ),
}

SECTIONS: Final[Mapping[str, Mapping[str, PageWords]]] = {
    "program": {
        "id": PageWords(
            title="Lima program",
            summary="Bantuan cepat, pendampingan, pemulihan usaha, kelas, dan toko: satu jejaring saling menolong.",
        ),
        "en": PageWords(
            title="Five programmes",
            summary="Quick relief, companionship, recovery, classes and a store: five ways one network helps its own.",
        ),
    },
    "ajar": {
        "id": PageWords(
            title="Akademi Belajar",
            summary="Kelas singkat dari perajin dan pelaku kreatif. Dibaca di ponsel, hemat data, gratis.",
        ),
        "en": PageWords(
            title="Learning academy",
            summary="Short classes by makers and creative workers. Made for phones, light on data, free.",
        ),
    },
    "kabar": {
        "id": PageWords(
            title="Kabar", summary="Yang terjadi di simpul-simpul, diceritakan oleh yang menjalaninya."
        ),
        "en": PageWords(title="News", summary="What happens in the chapters, told by those who live it."),
    },
}

MAIN: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "id": (
        ("Toko", "/id/toko/"),
        ("Kelas", "/id/ajar/"),
        ("Program", "/id/program/"),
        ("Simpul", "/id/simpul/"),
        ("Kabar", "/id/kabar/"),
        ("Transparansi", "/id/transparansi/"),
    ),
    "en": (
        ("Store", "/en/toko/"),
        ("Classes", "/en/ajar/"),
        ("Programmes", "/en/program/"),
        ("Chapters", "/en/simpul/"),
        ("News", "/en/kabar/"),
        ("Where profit goes", "/en/transparansi/"),
    ),
}

FOOTER: Final[Mapping[str, tuple[str, Sequence[tuple[str, str]]]]] = {
    "id": (
        "Jelajahi",
        (
            ("Simpul di seluruh Indonesia", "/id/simpul/"),
            ("Jual karya Anda", "/id/perajin/"),
            ("Kabar", "/id/kabar/"),
            ("Ke mana keuntungan mengalir", "/id/transparansi/"),
        ),
    ),
    "en": (
        "Explore",
        (
            ("Chapters all over Indonesia", "/en/simpul/"),
            ("Sell your work", "/en/perajin/"),
            ("News", "/en/kabar/"),
            ("Where profit goes", "/en/transparansi/"),
        ),
    ),
}

ABOUT: Final = {
    "id": "Program nasional Indonesia Creative Cities Network (ICCN), "
    "jejaring komunitas kreatif di lebih dari 200 kota dan kabupaten.",
    "en": "A national programme of the Indonesia Creative Cities Network (ICCN), "
    "which joins creative communities in more than 200 cities and regencies.",
}


def links_of(pairs: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"label": label, "address": address} for label, address in pairs]
