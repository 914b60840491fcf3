"""What the frame of every page says about us."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from content.home.menus import forget_frame


@register_setting(icon="site")
class SiteSettings(BaseGenericSetting):  # type: ignore[misc]
    """One row for the whole site; words stand in both languages."""

    description_id = models.TextField(_("Tentang kami (Indonesia)"), max_length=300, blank=True)
    description_en = models.TextField(_("Tentang kami (Inggris)"), max_length=300, blank=True)
    email = models.EmailField(_("E-mail untuk umum"), blank=True)
    phone = models.CharField(_("Telepon untuk umum"), max_length=24, blank=True)
    instagram = models.URLField(_("Instagram"), blank=True)
    youtube = models.URLField(_("YouTube"), blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("description_id"), FieldPanel("description_en")], _("Tentang kami")),
        MultiFieldPanel(
            [FieldPanel("email"), FieldPanel("phone"), FieldPanel("instagram"), FieldPanel("youtube")],
            _("Hubungi kami"),
        ),
    ]

    class Meta:
        verbose_name = _("pengaturan situs")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What is cached of the frame is old now."""
        super().save(*args, **kwargs)
        forget_frame()
