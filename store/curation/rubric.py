"""The first rubric: an example, changed by versions in the Wagtail admin, never by editing one in use."""

from datetime import date

from django.db import transaction

from store.curation.models import Rubric

CRITERIA = [
    ("mutu", "Mutu pengerjaan", "Workmanship", "Rapi, kuat, tahan dipakai.", 30),
    ("asal", "Akar dan cerita", "Roots and story", "Bahan, teknik, atau cerita dari daerahnya.", 25),
    ("rancang", "Rancangan", "Design", "Indah, berguna, punya ciri sendiri.", 20),
    ("pasar", "Kesiapan pasar", "Market readiness", "Harga wajar, kemasan, stok atau kapasitas.", 15),
    ("alam", "Bahan dan lingkungan", "Materials and environment", "Bahan lestari, limbah sedikit.", 10),
]


@transaction.atomic
def lay_first_rubric() -> Rubric:
    """Version 1, made once."""
    criteria = [
        {"code": code, "name": name, "name_en": name_en, "help": words, "weight": weight}
        for code, name, name_en, words, weight in CRITERIA
    ]
    rubric, _ = Rubric.objects.get_or_create(
        version=1, defaults={"criteria": criteria, "valid_from": date(2026, 1, 1)}
    )
    return rubric
