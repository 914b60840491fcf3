"""What the pretended Midtrans remembers: its transactions, and the notifications it sends."""

from django.conf import settings
from django.db import models
from django.urls import reverse


class SimTransaction(models.Model):
    """One order id at the gateway. Until the payer has picked a method there is a page, but no transaction."""

    class Mode(models.TextChoices):
        """How the gateway behaves when it is asked about this transaction."""

        NORMAL = "normal"
        SLOW = "slow"  # answers after three seconds
        HANG = "hang"  # answers after half a minute
        BROKEN = "broken"  # answers 503

    order_id = models.CharField(max_length=50, unique=True)
    token = models.CharField(max_length=36, unique=True)
    gross_amount = models.BigIntegerField()
    asked = models.JSONField()  # the request, as it came
    made_at = models.DateTimeField(auto_now_add=True)
    starts_at = models.DateTimeField(null=True)  # from when the time to pay counts; empty: from the picking
    page_ends_at = models.DateTimeField()
    payable_seconds = models.PositiveIntegerField()
    closed = models.BooleanField(default=False)  # the page was ended by the merchant

    transaction_id = models.CharField(max_length=36, blank=True, db_index=True)
    payment_type = models.CharField(max_length=24, blank=True)
    status = models.CharField(max_length=24, blank=True)
    fraud_status = models.CharField(max_length=16, blank=True)
    extras = models.JSONField(default=dict)  # account numbers, codes and the like
    transaction_time = models.DateTimeField(null=True)
    expiry_time = models.DateTimeField(null=True)
    settlement_time = models.DateTimeField(null=True)
    refunds = models.JSONField(default=list)
    mode = models.CharField(max_length=8, choices=Mode, default=Mode.NORMAL)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.order_id

    @property
    def page_url(self) -> str:
        return settings.BASE_URL + reverse("simulator:pay", args=[self.token])

    @property
    def channels(self) -> list[str]:
        return list(self.asked.get("enabled_payments") or ["other_qris", "bca_va"])

    @property
    def refunded(self) -> int:
        return sum(int(refund["amount"]) for refund in self.refunds)


class SimDelivery(models.Model):
    """One notification on its way: sent by a task, again and again by the documented schedule."""

    transaction = models.ForeignKey(SimTransaction, on_delete=models.CASCADE, related_name="deliveries")
    body = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    tries = models.PositiveSmallIntegerField(default=0)
    answer = models.PositiveSmallIntegerField(null=True)  # HTTP code; empty when there was none
    done = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.transaction_id} {self.body.get('transaction_status')}"
