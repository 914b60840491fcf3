"""Under /toko/bayar/menunggu/."""

from django.urls import path

from store.payment import views

app_name = "payment"

urlpatterns = [
    path("<str:provider_id>/<str:signature>/", views.waiting, name="waiting"),
    path("<str:provider_id>/<str:signature>/keadaan/", views.state, name="state"),
    path("<str:provider_id>/<str:signature>/ganti/", views.change, name="change"),
]
