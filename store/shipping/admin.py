"""Oscar registers its models here; Wagtail and Oscar look them up."""

from oscar.apps.shipping.admin import *
