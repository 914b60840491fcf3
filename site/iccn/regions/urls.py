from django.urls import path

from iccn.regions.views import search_places

app_name = "regions"
urlpatterns = [path("cari/", search_places, name="search")]
