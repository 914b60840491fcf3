from django.urls import path

from iccn.notices.views import message_sent, messages_sent

app_name = "notices"
urlpatterns = [
    path("", messages_sent, name="sent"),
    path("<int:notice_id>/", message_sent, name="message"),
]
