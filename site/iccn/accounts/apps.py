from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "iccn.accounts"
    label = "accounts"
