"""The artisan's orders."""

from django.urls import path

from store.checkout.artisan import views
from store.checkout.artisan.printing import views as printing

app_name = "artisan_orders"
urlpatterns = [
    path("", views.orders, name="list"),
    path("unduh/", views.export, name="export"),
    path("cetak/label/", printing.all_labels, name="labels"),
    path("cetak/kemas/", printing.packing, name="packing"),
    path("<int:parcel_id>/", views.parcel, name="parcel"),
    path("<int:parcel_id>/label/", printing.label, name="label"),
]
