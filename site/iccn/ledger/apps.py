from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "iccn.ledger"
    label = "ledger"
