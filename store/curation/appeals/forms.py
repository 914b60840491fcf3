"""What the artisan writes when she does not agree."""

from django import forms
from django.utils.translation import gettext_lazy as _

from store.curation.appeals.rules import SHORTEST_REASON
from store.curation.fields import TEXT_WORDS


class AppealForm(forms.Form):
    reason = forms.CharField(
        label=_("Apa yang terlewat oleh kurator?"),
        min_length=SHORTEST_REASON,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Tulis hal yang bisa dilihat atau diperiksa. Kurator lain membacanya sebelum menilai."),
        error_messages=TEXT_WORDS,
    )
