"""What a curator fills in: one answer per criterion, then an outcome with its reason."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from store.curation import fields
from store.curation.checklist import Item
from store.curation.models import Decision, Rubric
from store.curation.rules import HIGHEST

NOT_APPLICABLE = "tb"
ANSWERS = [
    *((str(value), str(value)) for value in range(1, HIGHEST + 1)),
    (NOT_APPLICABLE, _("tidak berlaku")),
]
NOTE = "note_"
ITEM = "check_"


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
                help_text=criterion.get("help_en") or criterion["help"] if english else criterion["help"],
                choices=ANSWERS,
                widget=forms.RadioSelect,
                error_messages={"required": _("Beri nilai 1 sampai 5, atau pilih “tidak berlaku”.")},
            )
        self.order_fields([criterion["code"] for criterion in rubric.criteria])

    def values(self) -> dict[str, int | None]:
        answers = {
            criterion["code"]: self.cleaned_data[criterion["code"]] for criterion in self.rubric.criteria
        }
        return {code: None if answer == NOT_APPLICABLE else int(answer) for code, answer in answers.items()}


class Reasoned(forms.Form):
    """A reason that the artisan reads, in both languages, and words beside her own boxes."""

    reason = forms.CharField(
        label=_("Alasan untuk perajin"),
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Bahasa sehari-hari. Untuk produk terpilih, kalimat ini tampil sebagai “Mengapa terpilih”."
        ),
        error_messages={
            "required": _("Tulis alasan yang bisa dipahami perajin, paling sedikit satu kalimat."),
            "min_length": _("Tulis alasan yang bisa dipahami perajin, paling sedikit satu kalimat."),
        },
    )
    reason_en = forms.CharField(
        label=_("Alasan dalam bahasa Inggris"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "en"}),
        help_text=_("Boleh dikosongkan."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in fields.labels().items():
            self.fields[NOTE + name] = forms.CharField(
                label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=600
            )

    def boxes(self) -> list[forms.BoundField]:
        return [self[NOTE + name] for name in fields.labels()]

    @property
    def has_notes(self) -> bool:
        return self.is_bound and any(self.notes_typed().values())

    def notes_typed(self) -> dict[str, str]:
        return {name: str(self[NOTE + name].value() or "").strip() for name in fields.labels()}

    def reasoned(self) -> dict[str, Any]:
        """What the services take."""
        words = {name: self.cleaned_data[name] for name in ("reason", "reason_en")}
        notes = {name: self.cleaned_data[NOTE + name] for name in fields.labels()}
        return {**words, "notes": {name: note for name, note in notes.items() if note}}


class ScreeningForm(Reasoned):
    """The checklist; the reason is needed only when it goes back."""

    def __init__(self, items: Sequence[Item], *args: Any, goes_back: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        self.fields["reason"].required = goes_back
        self.fields["reason"].help_text = _("Hanya bila dikembalikan. Bahasa sehari-hari.")
        for item in items:
            self.fields[ITEM + item.code] = forms.BooleanField(label=str(item.words), required=False)

    def checks(self) -> list[forms.BoundField]:
        return [self[ITEM + item.code] for item in self.items]

    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in ("reason", "reason_en")]

    def answers(self) -> dict[str, bool]:
        return {item.code: bool(self.cleaned_data.get(ITEM + item.code)) for item in self.items}


class RelationForm(forms.Form):
    """A curator's own word on her tie to the artisan."""

    relation = forms.CharField(
        label=_("Hubungan Anda dengan perajin atau simpulnya"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Tulis hubungan Anda dengan perajin ini.")},
    )
    with_chapter = forms.BooleanField(label=_("Berlaku untuk seluruh simpulnya"), required=False)


class DecisionForm(Reasoned):
    """An outcome and its reason; for changes, also words beside the artisan's own boxes.

    Until enough curators scored, only changes may be asked.
    """

    outcome = forms.ChoiceField(
        label=_("Hasil"),
        choices=Decision.Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih hasilnya.")},
    )

    def __init__(self, *args: Any, is_ready: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_ready:
            self.fields["outcome"].choices = [  # type: ignore[attr-defined]  # a choice field
                (Decision.Outcome.CHANGES_ASKED.value, Decision.Outcome.CHANGES_ASKED.label)
            ]

    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in ("outcome", "reason", "reason_en")]

    def clean(self) -> dict[str, Any]:
        clean: dict[str, Any] = super().clean() or {}
        if clean.get("outcome") not in {None, Decision.Outcome.CHANGES_ASKED} and any(
            clean.get(NOTE + name) for name in fields.labels()
        ):
            self.add_error(
                "outcome",
                _("Catatan per bagian hanya sampai kepada perajin bila hasilnya “perlu diperbaiki”."),
            )
        return clean

    def decided(self) -> dict[str, Any]:
        """What the service takes."""
        return {"outcome": self.cleaned_data["outcome"], **self.reasoned()}
