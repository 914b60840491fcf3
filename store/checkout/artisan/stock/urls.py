"""The artisan's products."""

from django.urls import path

from store.checkout.artisan.stock import views

app_name = "artisan_products"
urlpatterns = [
    path("", views.products, name="list"),
    path("<int:product_id>/", views.product, name="product"),
]
