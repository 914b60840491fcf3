"""A row of wordings, checked against those that are there."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from store.search.analysis import tokens
from store.search.expansion import Phrase, Thesaurus, thesaurus
from store.search.models import Variant

MOST_WORDS: Final = 4


class VariantForm(WagtailAdminModelForm):  # type: ignore[misc]
    """Kept in small letters with single blanks; says kindly what is there already."""

    def clean_word(self) -> str:
        return _tidy(self.cleaned_data["word"])

    def clean_means(self) -> str:
        return _tidy(self.cleaned_data["means"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if {"word", "means", "relation"} <= cleaned.keys():
            word, means = tuple(tokens(cleaned["word"])), tuple(tokens(cleaned["means"]))
            if word == means:
                raise ValidationError(
                    _("Keduanya sudah satu kata bagi pencarian. Tulis kata lain di salah satunya.")
                )
            _refuse_known(word, means, cleaned["relation"], _others(self.instance))
        return cleaned


def _tidy(text: str) -> str:
    words = tokens(text)
    if not words:
        raise ValidationError(_("Tulis setidaknya satu kata dengan huruf atau angka."))
    if len(words) > MOST_WORDS:
        raise ValidationError(_("Paling banyak empat kata. Ambil kata yang terpenting saja."))
    return " ".join(text.casefold().split())


def _others(row: Variant) -> Thesaurus:
    """What is known without this row."""
    rows = list(Variant.objects.exclude(pk=row.pk).values_list("relation", "word", "means"))
    pairs = {
        relation: [(word, means) for one, word, means in rows if one == relation]
        for relation in Variant.Relation
    }
    return thesaurus(same=pairs[Variant.Relation.SAME], kinds=pairs[Variant.Relation.KIND])


def _refuse_known(word: Phrase, means: Phrase, relation: str, known: Thesaurus) -> None:
    names = {"word": " ".join(word), "means": " ".join(means)}
    if means in known.same.get(word, ()):
        raise ValidationError(
            _("“%(word)s” dan “%(means)s” sudah sama artinya, langsung atau lewat kata lain.") % names
        )
    if relation == Variant.Relation.KIND and word in known.wordings(means):
        raise ValidationError(_("“%(word)s” sudah termasuk jenis “%(means)s”.") % names)
    if relation == Variant.Relation.KIND and means in known.wordings(word):
        raise ValidationError(_("Terbalik: “%(means)s” sudah termasuk jenis “%(word)s”.") % names)
