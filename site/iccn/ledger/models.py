"""The books: accounts, entries, postings, balances, periods, split policies.

PostgreSQL itself guards them (`guards.py`): entries and postings are never changed, each entry balances, closed
periods stay closed, balances follow postings, an account may be kept from being overdrawn.
Amounts are whole rupiah; a debit is positive, a credit negative.
"""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from iccn.money.fields import RupiahField


class Account(models.Model):
    """An account; `owner` names whose part it is (`chapter:bandung`, `artisan:sari`), empty for the platform."""

    class Type(models.TextChoices):
        ASSET = "asset", _("aset")
        LIABILITY = "liability", _("kewajiban")
        EQUITY = "equity", _("ekuitas")
        INCOME = "income", _("pendapatan")
        EXPENSE = "expense", _("beban")

    code = models.CharField(_("kode"), max_length=90, unique=True)  # 1110 or 2200:bandung
    name = models.CharField(_("nama"), max_length=160)
    type = models.CharField(_("jenis"), max_length=10, choices=Type)
    owner = models.CharField(_("pemilik"), max_length=80, blank=True, db_index=True)
    no_overdraw = models.BooleanField(_("tidak boleh minus"), default=False)
    closed_at = models.DateTimeField(_("ditutup"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("akun buku besar")
        verbose_name_plural = _("akun buku besar")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Days(Func):
    """The span of two dates, both ends included."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Period(models.Model):
    """A span of days; once closed it takes no more entries, for ever."""

    starts = models.DateField(_("mulai"), unique=True)
    ends = models.DateField(_("selesai"))
    closed_at = models.DateTimeField(_("ditutup"), null=True, blank=True)

    class Meta:
        ordering = ["-starts"]
        verbose_name = _("periode")
        verbose_name_plural = _("periode")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="ledger_period_is_a_span"),
            ExclusionConstraint(
                name="ledger_periods_do_not_overlap",
                expressions=[
                    (Days("starts", "ends", RangeBoundary(inclusive_upper=True)), RangeOperators.OVERLAPS)
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts:%Y-%m}"


class SplitPolicy(models.Model):
    """A version of who gets which part of the profit; never edited.

    `weights` holds whole numbers by payee. Lines freeze the version they were paid under.
    """

    class TieBreak(models.TextChoices):
        HASH = (
            "hash",
            _("sidik jari kunci jurnal dan nama penerima"),
        )  # fair over many sales, repeatable for one

    version = models.PositiveIntegerField(_("versi"), unique=True)
    effective_from = models.DateTimeField(_("berlaku sejak"))
    weights = models.JSONField(_("bobot"))  # {"chapter": 60, "solidarity": 30, "operations": 10}
    tie_break = models.CharField(_("pembagi sisa"), max_length=8, choices=TieBreak, default=TieBreak.HASH)
    note = models.CharField(_("catatan"), max_length=200, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    is_example = models.BooleanField(_("contoh"), default=False)

    class Meta:
        ordering = ["-effective_from", "-version"]
        verbose_name = _("kebijakan bagi hasil")
        verbose_name_plural = _("kebijakan bagi hasil")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_example=True)
                | Q(proposed_by__isnull=False, approved_by__isnull=False) & ~Q(proposed_by=F("approved_by")),
                name="ledger_policy_two_people",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}"


class Entry(models.Model):
    """One fact in the books, with at least two postings that add up to zero."""

    class Kind(models.TextChoices):
        PAID = "paid", _("dibayar")
        SETTLED = "settled", _("diterima dari gerbang pembayaran")
        DELIVERED = "delivered", _("diterima pembeli")
        ALLOCATED = "allocated", _("keuntungan dibagi")
        RELEASED = "released", _("dilepas ke simpul")
        PAYOUT = "payout", _("dicairkan")
        REFUND = "refund", _("dikembalikan")
        REFUND_PAID = "refund_paid", _("pengembalian dibayar")
        NETTED = "netted", _("diperhitungkan")
        MANUAL = "manual", _("manual")
        REVERSAL = "reversal", _("pembalikan")

    kind = models.CharField(_("jenis"), max_length=16, choices=Kind, db_index=True)
    idempotency_key = models.CharField(max_length=160, unique=True)
    payload_hash = models.CharField(max_length=64)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="+")
    effective_date = models.DateField(_("tanggal"), db_index=True)
    posted_at = models.DateTimeField(_("dibukukan"), auto_now_add=True)
    reverses = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversal"
    )
    made_by = models.CharField(max_length=64)  # user:<id> or system:<name>
    approved_by = models.CharField(max_length=64, blank=True)
    source = models.CharField(_("sumber"), max_length=120, blank=True, db_index=True)  # order:ICS-…
    policy_version = models.PositiveIntegerField(null=True, blank=True)
    # Set by the guard: the transaction that wrote the entry; nothing is added to it afterwards.
    transaction_id = models.BigIntegerField(editable=False, default=0)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("jurnal")
        verbose_name_plural = _("jurnal")
        permissions = [("read_books", "Boleh membaca buku besar")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["payout", "manual", "reversal"])
                | (~Q(approved_by="") & ~Q(approved_by=F("made_by"))),
                name="ledger_two_pairs_of_eyes",
            ),
            models.CheckConstraint(condition=~Q(idempotency_key=""), name="ledger_entry_has_a_key"),
            models.CheckConstraint(
                condition=Q(kind="reversal", reverses__isnull=False)
                | ~Q(kind="reversal") & Q(reverses__isnull=True),
                name="ledger_reversal_names_its_entry",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.idempotency_key}"


class Posting(models.Model):
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="postings")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="postings")
    amount = RupiahField(_("jumlah"))

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(amount=0), name="ledger_posting_not_zero")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.amount}"


class Balance(models.Model):
    """Kept by a trigger; its row lock serialises those who spend from an account."""

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, related_name="balance"
    )
    amount = RupiahField(_("saldo"), default=0)

    def __str__(self) -> str:
        return f"{self.account_id} {self.amount}"


class Seal(models.Model):
    """One day of the books, closed by the last link of the chain; `root` is published."""

    day = models.DateField(_("hari"), unique=True)
    entries = models.PositiveIntegerField(_("jumlah jurnal"))
    root = models.CharField(_("akar"), max_length=64)
    sealed_at = models.DateTimeField(_("disegel"), auto_now_add=True)

    class Meta:
        ordering = ["-day"]
        verbose_name = _("segel harian")
        verbose_name_plural = _("segel harian")

    def __str__(self) -> str:
        return f"{self.day} {self.root[:12]}"


class SealedEntry(models.Model):
    """An entry's place in the chain, and its link (`iccn.ledger.chain`)."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="sealed")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="links")
    place = models.PositiveBigIntegerField(unique=True)  # from one, without gaps
    link = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.place} {self.link[:12]}"


class BooksCheck(models.Model):
    """What a check of the books found; sound when nothing."""

    at = models.DateTimeField(_("waktu"), auto_now_add=True, db_index=True)
    findings = models.JSONField(
        _("temuan"), default=list
    )  # [{"what": "drift", "where": "2200:bandung", "says": …}]

    class Meta:
        ordering = ["-at"]
        verbose_name = _("pemeriksaan buku")
        verbose_name_plural = _("pemeriksaan buku")

    def __str__(self) -> str:
        return f"{self.at} {len(self.findings)}"

    @property
    def is_sound(self) -> bool:
        return not self.findings
