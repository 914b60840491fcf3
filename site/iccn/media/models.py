"""Our picture: Wagtail's image, with words in both languages for those who cannot see it."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """An image with alternative text in Indonesian (`description`) and English (`description_en`)."""

    description_en = models.CharField(_("Teks alternatif (Inggris)"), max_length=255, blank=True)
    credit = models.CharField(_("Kredit"), max_length=160, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "description_en", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("gambar")
        verbose_name_plural = _("gambar")

    @property
    def words(self) -> str:
        """The alternative text in the language of the page."""
        in_english = (get_language() or "id").startswith("en")
        return (self.description_en if in_english else "") or self.description or self.title


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="media_one_rendition"
            )
        ]
