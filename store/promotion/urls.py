"""/toko/koleksi/"""

from django.urls import path

from store.promotion import views

app_name = "promotion"

urlpatterns = [
    path("koleksi/", views.collections, name="collections"),
    path("koleksi/<slug:slug>/", views.collection, name="collection"),
]
