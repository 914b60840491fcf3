"""How finance narrows the list of entries."""

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from iccn.ledger.models import Account, Entry, Period


class EntryFilter(WagtailFilterSet):  # type: ignore[misc]
    """Kind, period, account, and words of a key or a source."""

    kind = django_filters.MultipleChoiceFilter(label=_("Jenis"), choices=Entry.Kind.choices)
    period = django_filters.ModelChoiceFilter(label=_("Periode"), queryset=Period.objects.all())
    account = django_filters.ModelChoiceFilter(
        label=_("Akun"), queryset=Account.objects.all(), method="filter_account"
    )
    words = django_filters.CharFilter(label=_("Kunci atau sumber"), method="filter_words")

    class Meta:
        model = Entry
        fields: list[str] = []

    def filter_account(self, queryset: QuerySet[Entry], _name: str, value: Account) -> QuerySet[Entry]:
        return queryset.filter(pk__in=value.postings.values("entry"))

    def filter_words(self, queryset: QuerySet[Entry], _name: str, value: str) -> QuerySet[Entry]:
        return queryset.filter(Q(idempotency_key__icontains=value) | Q(source__icontains=value))
