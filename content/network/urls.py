"""The network in public."""

from django.urls import path

from content.network import views

app_name = "network"

urlpatterns = [
    path("simpul/", views.chapters, name="chapters"),
    path("simpul/<slug:slug>/", views.chapter, name="chapter"),
    path("transparansi/", views.transparency, name="transparency"),
    path("transparansi/data.csv", views.data_csv, name="transparency_csv"),
    path("transparansi/data.json", views.data_json, name="transparency_json"),
    path("transparansi/akar.json", views.roots_json, name="transparency_roots"),
]
