from django.apps import AppConfig


class ProfitConfig(AppConfig):
    name = "store.profit"
    label = "profit"
