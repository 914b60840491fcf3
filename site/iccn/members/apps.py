from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "iccn.members"
    label = "members"
