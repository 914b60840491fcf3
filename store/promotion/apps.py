from django.apps import AppConfig


class PromotionConfig(AppConfig):
    name = "store.promotion"
    label = "promotion"
