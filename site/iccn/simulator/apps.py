from django.apps import AppConfig


class SimulatorConfig(AppConfig):
    name = "iccn.simulator"
    label = "simulator"
