"""What has to be said about something promoted."""

from dataclasses import dataclass, field
from datetime import datetime

from iccn.media.models import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionDetails:
    """Words are Indonesian, `*_en` English. Without `until` it stays until somebody ends it."""

    title: str
    title_en: str = ""
    text: str = ""
    text_en: str = ""
    picture: Picture | None = None
    until: datetime | None = None
    products: tuple[int, ...] = field(default=())  # of a collection, in order
