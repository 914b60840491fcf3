"""AVIF four times as quickly as by default, for files a few per cent larger: uploads need not wait."""

from typing import IO, Any

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

SPEED = 8  # of 0 (slowest) to 10
slowly = PillowImage.save_as_avif


def save_as_avif(
    image: PillowImage,
    f: IO[bytes],
    *,
    quality: int = 80,
    lossless: bool = False,
    apply_optimizers: bool = True,
) -> Any:
    """Willow's own way for what is rare (lossless, colour profiles); ours for the pictures we keep."""
    if lossless or image.get_icc_profile() is not None:
        return slowly(image, f, quality=quality, lossless=lossless, apply_optimizers=apply_optimizers)
    image.image.save(f, "AVIF", quality=quality, speed=SPEED)
    return AvifImageFile(f)


def install() -> None:
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
