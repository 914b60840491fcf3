"""The artisan's earnings."""

from django.urls import path

from store.checkout.artisan.earnings import views

app_name = "artisan_earnings"
urlpatterns = [path("", views.earnings, name="page"), path("unduh/", views.export, name="export")]
