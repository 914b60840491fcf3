"""The shop's front: /toko/ and its categories."""

from django.urls import path

from store.search import views

app_name = "store"

urlpatterns = [
    path("", views.listing, name="listing"),
    path("saran/", views.suggestions, name="suggestions"),
    path("kategori/<path:path>/", views.category, name="category"),
]
