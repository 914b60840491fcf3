"""Stands in the demo and in tests alone: production settings have no SIMULATOR, and this refuses without it."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import path

from iccn.simulator import api, pages

if not settings.SIMULATOR:
    raise ImproperlyConfigured("The payment simulator is for a developer's machine: SIMULATOR is off.")

app_name = "simulator"

urlpatterns = [
    path("midtrans/snap/v1/transactions", api.create, name="snap"),
    path("midtrans/snap/v1/transactions/<str:token>/cancel", api.end_page, {"how": "cancel"}),
    path("midtrans/snap/v1/transactions/<str:token>/expire", api.end_page, {"how": "expire"}),
    path("midtrans/core/v2/<str:identity>/status", api.status, name="status"),
    path("midtrans/core/v2/<str:identity>/cancel", api.change, {"how": "cancel"}),
    path("midtrans/core/v2/<str:identity>/expire", api.change, {"how": "expire"}),
    path("midtrans/core/v2/<str:identity>/refund", api.refund),
    path("midtrans/core/v2/<str:identity>/refund/online/direct", api.refund),
    path("midtrans/pay/<str:token>/", pages.pay, name="pay"),
    path("midtrans/pay/<str:token>/pilih/", pages.choose, name="choose"),
    path("midtrans/pay/<str:token>/tindakan/", pages.act, name="act"),
    path("midtrans/pay/<str:token>/sifat/", pages.behave, name="behave"),
]
