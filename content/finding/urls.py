"""The search of the whole site."""

from django.urls import path

from content.finding import views

app_name = "finding"

urlpatterns = [path("", views.search, name="search")]
