from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "iccn.audit"
    label = "audit"
