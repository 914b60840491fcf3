"""Under /toko/."""

from django.urls import path

from store.checkout import order_views, views

app_name = "checkout"

urlpatterns = [
    path("bayar/", views.start, name="start"),
    path("bayar/kontak/", views.contact, name="contact"),
    path("bayar/alamat/", views.address, name="address"),
    path("bayar/alamat/tempat/", views.places, name="places"),
    path("bayar/kurir/", views.courier, name="courier"),
    path("bayar/bayar/", views.pay, name="pay"),
    path("pesanan/", order_views.mine, name="mine"),
    path("pesanan/<str:number>/<str:signature>/", order_views.order, name="order"),
    path("pesanan/<str:number>/<str:signature>/bayar/", order_views.pay, name="pay_order"),
    path(
        "pesanan/<str:number>/<str:signature>/diterima/<int:parcel>/", order_views.received, name="received"
    ),
]
