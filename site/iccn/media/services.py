"""Taking in a picture that a person sends: checked, turned upright, made smaller, its hidden data taken off."""

import warnings
from io import BytesIO
from typing import BinaryIO

import pillow_heif
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image as Raster
from PIL import ImageOps, UnidentifiedImageError

from iccn.media.models import Picture
from iccn.refusals import Refusal

pillow_heif.register_heif_opener()

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 80_000_000
LONGEST_SIDE = 2_400
SHORTEST_SIDE = 400
QUALITY = 85
KINDS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF")  # what phones send; no other reader is tried


class NotAPicture(Refusal):
    code = "not_a_picture"
    message = _("“{name}” bukan gambar yang kami kenali.")
    what_next = _("Kirim foto JPEG, PNG, WebP, atau HEIC dari kamera ponsel.")


class PictureTooLarge(Refusal):
    code = "picture_too_large"
    message = _("“{name}” terlalu besar.")
    what_next = _("Kirim foto di bawah 20 MB.")


class PictureTooSmall(Refusal):
    code = "picture_too_small"
    message = _("“{name}” terlalu kecil untuk ditampilkan.")
    what_next = _("Kirim foto yang sisi pendeknya paling sedikit 400 piksel.")


@transaction.atomic
def keep_picture(
    *, file: BinaryIO, name: str, title: str, description: str = "", description_en: str = ""
) -> Picture:
    """Stores a picture as an upright JPEG of at most 2,400 pixels without place, time and camera.

    Raises NotAPicture, PictureTooLarge, PictureTooSmall.
    """
    clean = cleaned(file, name)
    buffer = BytesIO()
    clean.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    picture: Picture = Picture.objects.create(
        title=title[:255],
        description=description[:255],
        description_en=description_en[:255],
        file=ContentFile(buffer.getvalue(), "foto.jpg"),
        width=clean.width,
        height=clean.height,
    )
    return picture


def cleaned(file: BinaryIO, name: str) -> Raster.Image:
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise PictureTooLarge(name=name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Raster.DecompressionBombWarning)  # the pixels are counted below
            opened = Raster.open(BytesIO(raw), formats=KINDS)
        with opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureTooLarge(name=name)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except Raster.DecompressionBombError as error:
        raise PictureTooLarge(name=name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NotAPicture(name=name) from error
    if min(upright.size) < SHORTEST_SIDE:
        raise PictureTooSmall(name=name)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Raster.new("RGB", upright.size)  # a new image carries no hidden data
    bare.paste(upright)
    return bare
