"""One product, its passport, its maker, under the names Oscar knows (`catalogue:detail`)."""

from django.urls import path, re_path

from store.search import product_views as views

app_name = "catalogue"

urlpatterns = [
    re_path(r"^produk/(?P<product_slug>[\w-]*)_(?P<pk>\d+)/$", views.detail, name="detail"),
    path("paspor/<str:upc>/", views.passport, name="passport"),
    path("paspor/<str:upc>/qr.svg", views.passport_qr, name="passport_qr"),
    path("perajin/<str:code>/", views.artisan, name="artisan"),
]
