from django.urls import path

from iccn.accounts.views import home

app_name = "accounts"
urlpatterns = [path("", home, name="home")]
