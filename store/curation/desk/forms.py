"""What a curator fills in: one answer per criterion, then an outcome with its reason."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from store.curation.models import Decision, Rubric
from store.curation.rules import HIGHEST

NOT_APPLICABLE = "tb"
ANSWERS = [
    *((str(value), str(value)) for value in range(1, HIGHEST + 1)),
    (NOT_APPLICABLE, _("tidak berlaku")),
]


class ScoreForm(forms.Form):
    """One row of choices per criterion of the rubric; nothing is chosen beforehand."""

    comment = forms.CharField(
        label=_("Catatan untuk kurator lain"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, rubric: Rubric, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rubric = rubric
        english = get_language() == "en"
        for criterion in rubric.criteria:
            self.fields[criterion["code"]] = forms.ChoiceField(
                label=f"{criterion['name_en'] if english else criterion['name']} ({criterion['weight']} %)",
                help_text=criterion["help"],
                choices=ANSWERS,
                widget=forms.RadioSelect,
            )
        self.order_fields([criterion["code"] for criterion in rubric.criteria])

    def values(self) -> dict[str, int | None]:
        answers = {
            criterion["code"]: self.cleaned_data[criterion["code"]] for criterion in self.rubric.criteria
        }
        return {code: None if answer == NOT_APPLICABLE else int(answer) for code, answer in answers.items()}


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Hasil"), choices=Decision.Outcome, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Alasan untuk perajin"),
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Bahasa sehari-hari. Untuk produk terpilih, kalimat ini tampil sebagai “Mengapa terpilih”."
        ),
    )
    reason_en = forms.CharField(
        label=_("Alasan dalam bahasa Inggris"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
