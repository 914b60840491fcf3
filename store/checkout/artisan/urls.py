"""The artisan's orders."""

from django.urls import path

from store.checkout.artisan import views

app_name = "artisan_orders"
urlpatterns = [
    path("", views.orders, name="list"),
    path("<int:parcel_id>/", views.parcel, name="parcel"),
]
