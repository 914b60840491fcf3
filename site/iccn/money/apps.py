from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "iccn.money"
    label = "money"
