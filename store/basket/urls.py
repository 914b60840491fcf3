"""Under /toko/keranjang/."""

from django.urls import path

from store.basket import views

app_name = "basket"

urlpatterns = [
    path("", views.summary, name="summary"),
    path("tambah/<int:pk>/", views.add_product, name="add"),
    path("<int:line_id>/ubah/", views.update, name="update"),
    path("<int:line_id>/hapus/", views.remove_line, name="remove"),
]
