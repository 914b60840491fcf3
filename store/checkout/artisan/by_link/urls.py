"""Short, because it stands in a message."""

from django.urls import path

from store.checkout.artisan.by_link import views

app_name = "by_link"
urlpatterns = [
    path("<str:token>/", views.open_link, name="open"),
    path("<str:token>/lagi/", views.again, name="again"),
]
