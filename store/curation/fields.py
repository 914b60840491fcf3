"""The steps of a submission, and the checks of each: the forms that read what the artisan typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from iccn.money.fields import RupiahFormField
from iccn.money.rupiah import Rupiah
from store.catalogue.models import Category
from store.curation import variants
from store.curation.proof import ProofFields
from store.curation.rules import words_of_list
from store.curation.variants import Kept, Table, VariantsField

NEEDED = _("Bagian ini perlu diisi.")
WHOLE_NUMBER = _("Isi dengan angka bulat, misalnya 25.")
AT_LEAST = _("Paling sedikit %(limit_value)s.")
AT_MOST = _("Paling banyak %(limit_value)s.")
NUMBER_WORDS = {"required": NEEDED, "invalid": WHOLE_NUMBER, "min_value": AT_LEAST, "max_value": AT_MOST}
TEXT_WORDS = {
    "required": NEEDED,
    "min_length": ngettext_lazy(
        "Paling sedikit %(limit_value)d huruf; sekarang %(show_value)d.",
        "Paling sedikit %(limit_value)d huruf; sekarang %(show_value)d.",
        "limit_value",
    ),
    "max_length": ngettext_lazy(
        "Paling banyak %(limit_value)d huruf; sekarang %(show_value)d.",
        "Paling banyak %(limit_value)d huruf; sekarang %(show_value)d.",
        "limit_value",
    ),
}
TO_ORDER = "saat dipesan"


class ListField(forms.CharField):
    """Words with commas between them, as a list."""

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]  # a list is what this field is for
        return words_of_list(super().clean(value))


class CategoryField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at runtime
    """A category by its slug, in the reader's language."""

    def label_from_instance(self, category: Category) -> str:  # type: ignore[override]  # only categories
        return category.title


def digits() -> forms.TextInput:
    """A box that brings the keyboard of digits on a phone; what is typed stays as it was typed."""
    return forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})


def small_number(label: Any, *, most: int, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        help_text=help_text,
        widget=digits(),
        error_messages=NUMBER_WORDS,
    )


class ProductStep(forms.Form):
    """What it is."""

    title = forms.CharField(
        label=_("Nama produk"),
        max_length=120,
        min_length=4,
        error_messages=TEXT_WORDS,
        help_text=_("Contoh: Tas anyaman pandan motif kotak"),
    )
    title_en = forms.CharField(
        label=_("Nama dalam bahasa Inggris"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"lang": "en"}),
        error_messages=TEXT_WORDS,
    )
    category = CategoryField(
        label=_("Kategori produk"),
        queryset=Category.objects.none(),
        to_field_name="slug",
        empty_label=_("Pilih kategori"),
        error_messages={"required": NEEDED, "invalid_choice": _("Pilih salah satu kategori yang ada.")},
    )
    story = forms.CharField(
        label=_("Cerita produk"),
        min_length=60,
        max_length=4_000,
        error_messages=TEXT_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Siapa yang membuat, bagaimana, dan apa yang istimewa. Paling sedikit dua kalimat."),
    )
    story_en = forms.CharField(
        label=_("Cerita dalam bahasa Inggris"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "lang": "en"}),
        error_messages=TEXT_WORDS,
        help_text=_("Boleh dikosongkan; editor akan membantu."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = leaf_categories()  # type: ignore[attr-defined]


class MakingStep(ProofFields):
    """How it is made, and what certificates say of it."""

    materials = ListField(
        label=_("Bahan"), help_text=_("Pisahkan dengan koma: pandan, rotan, kulit"), error_messages=TEXT_WORDS
    )
    techniques = ListField(
        label=_("Teknik"), help_text=_("Pisahkan dengan koma: anyam, pewarna alam"), error_messages=TEXT_WORDS
    )
    making_days = small_number(_("Lama pengerjaan"), most=365)
    weight_g = small_number(_("Berat"), most=100_000, help_text=_("Dengan kemasan."))
    length_cm = small_number(_("Panjang (cm)"), most=300)
    width_cm = small_number(_("Lebar (cm)"), most=300)
    height_cm = small_number(_("Tinggi (cm)"), most=300)
    field_order = ("materials", "techniques", "making_days", "weight_g", "length_cm", "width_cm", "height_cm")


class PriceStep(forms.Form):
    """What it costs."""

    making_cost = RupiahFormField(
        label=_("Biaya pembuatan"),
        min_value=0,
        help_text=_(
            "Bahan, upah, dan ongkos lain untuk satu buah. Bagian Anda tidak akan di bawah angka ini."
        ),
        widget=digits(),
        error_messages=NUMBER_WORDS,
    )
    wished_price = RupiahFormField(
        label=_("Harga yang diinginkan"),
        min_value=1_000,
        max_value=100_000_000,
        help_text=_("Harga yang dibayar pembeli, belum termasuk ongkos kirim."),
        widget=digits(),
        error_messages={**NUMBER_WORDS, "min_value": _("Paling sedikit Rp1.000.")},
    )
    availability = forms.ChoiceField(
        label=_("Ketersediaan"),
        choices=[("", _("Siap kirim")), (TO_ORDER, _("Dibuat saat dipesan"))],
        required=False,
        help_text=_("Bila dibuat saat dipesan, stok tidak dihitung; isi 0."),
    )
    stock = forms.IntegerField(
        label=_("Stok siap kirim"),
        min_value=0,
        max_value=10_000,
        help_text=_("Berapa buah yang sudah jadi. Bila ada pilihan, isi stoknya di setiap pilihan."),
        widget=digits(),
        error_messages=NUMBER_WORDS,
    )
    variants = VariantsField(
        label=_("Pilihan produk"),
        required=False,
        help_text=_("Ukuran, warna, atau rasa. Semua pilihan tampil di satu halaman produk."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stock"].required = not Table.read(self.data)

    def clean_variants(self) -> list[Kept]:
        is_made_to_order = self.data.get("availability") == TO_ORDER
        return variants.read(self.cleaned_data["variants"], is_made_to_order=is_made_to_order)

    def clean(self) -> dict[str, Any]:
        """With variants, the stock is that of all of them."""
        clean: dict[str, Any] = super().clean() or {}
        if kept := clean.get("variants"):
            clean["stock"] = sum(one["stock"] for one in kept)
        return clean


# What stands inside the frame of a box: before it or after it.
PREFIXES = {"making_cost": "Rp", "wished_price": "Rp"}
SUFFIXES = {
    "making_days": _("hari"),
    "weight_g": _("gram"),
    "stock": _("buah"),
}
STEPS: dict[str, type[forms.Form]] = {"produk": ProductStep, "pembuatan": MakingStep, "harga": PriceStep}
PICTURES = "foto"
PICTURES_FIELD = "pictures"  # where curators' words on the pictures are kept
VARIANTS = "variants"
CHECK = "periksa"
ORDER = ("produk", "pembuatan", PICTURES, "harga", CHECK)
STEP_NAMES = {
    "produk": _("Produk Anda"),
    "pembuatan": _("Pembuatan"),
    PICTURES: _("Foto"),
    "harga": _("Harga"),
    CHECK: _("Periksa"),
}


def leaf_categories() -> QuerySet[Category]:
    """Categories that products may go into: those without a smaller one below."""
    leaves: QuerySet[Category] = Category.objects.filter(numchild=0, is_public=True).order_by("path")
    return leaves


def typed_fields() -> tuple[str, ...]:
    """The names of all boxes."""
    asked = [name for form in STEPS.values() for name in form.base_fields if name != VARIANTS]
    return (*asked, *variants.TYPED)


def is_typed(typed: Mapping[str, str], field: str) -> bool:
    """Whether anything was written in a field."""
    return bool(Table.read(typed)) if field == VARIANTS else bool(typed.get(field))


def read_all(typed: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The clean values of every step and the errors by field."""
    clean: dict[str, Any] = {}
    errors: dict[str, list[str]] = {}
    for form_class in STEPS.values():
        form = form_class(typed)
        errors |= {name: [str(word) for word in words] for name, words in form.errors.items()}
        clean |= form.cleaned_data
    return clean, errors


def step_of(field: str) -> str:
    """The step in which a field is asked; pictures have their own."""
    return next((name for name, form in STEPS.items() if field in form.base_fields), PICTURES)


def labels() -> dict[str, Any]:
    """Every field that curators may leave words on, with its question."""
    asked = {name: field.label for form in STEPS.values() for name, field in form.base_fields.items()}
    return {**asked, PICTURES_FIELD: STEP_NAMES[PICTURES]}


def named(notes: Mapping[str, str]) -> list[tuple[Any, str]]:
    """Curators' words with the question each is about, in the order of the form."""
    return [(label, notes[name]) for name, label in labels().items() if name in notes]


NO_PICTURE = _("Tambahkan paling sedikit satu foto.")
BELOW_FLOOR = _("Dengan harga ini bagian Anda tidak menutup biaya pembuatan. Harga paling rendah {price}.")


VARIANT_BELOW_FLOOR = _("Harga {which} tidak menutup biaya pembuatan. Harga paling rendah {price}.")


def variant_floor_words(kept: Sequence[Kept], lowest: int) -> str:
    """Which variants' own prices are too low; empty when none is."""
    which = "; ".join(variants.below(kept, lowest))
    return str(VARIANT_BELOW_FLOOR).format(which=which, price=Rupiah(lowest)) if which else ""


def floor_words(lowest: int) -> str:
    """Why a price is too low, with the lowest that works."""
    return str(BELOW_FLOOR).format(price=Rupiah(lowest))
