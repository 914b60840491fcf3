"""Products for tests, made by the service that makes them in life."""

from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Collection

from iccn.media.models import Picture
from iccn.money.rupiah import Rupiah
from store.catalogue.details import ProductDetails, VariantDetails
from store.catalogue.models import Category, Product
from store.catalogue.services import publish_product
from store.partner.models import Partner

_numbers = count(1)
VARIANTS = (
    VariantDetails(options={"warna": "Merah", "ukuran": "M"}, stock=3),
    VariantDetails(options={"warna": "Merah", "ukuran": "L"}, stock=5, price=Rupiah(140_000)),
    VariantDetails(options={"warna": "Biru", "ukuran": "M"}, stock=4),
    VariantDetails(options={"warna": "Biru", "ukuran": "L"}, stock=0),
    VariantDetails(options={"warna": "Hijau", "ukuran": "M"}, stock=0, price=Rupiah(110_000)),
)


def make_category(
    slug: str = "anyaman", name: str = "Anyaman", name_en: str = "Weaving", under: Category | None = None
) -> Category:
    if there := Category.objects.filter(slug=slug).first():
        return there
    fields = {"slug": slug, "name": name, "name_en": name_en}
    return under.add_child(**fields) if under else Category.add_root(**fields)


def make_picture(title: str = "Tas pandan") -> Picture:
    """A small plain picture in the media library."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")  # the suite runs without migrations
    data = BytesIO()
    Image.new("RGB", (60, 60), (150, 90, 50)).save(data, "PNG")
    return Picture.objects.create(
        title=title,
        description=title,
        description_en=title,
        file=ContentFile(data.getvalue(), f"{title}.png"),
    )


def details_of(artisan: Partner, **changes: object) -> ProductDetails:
    fields = {
        "title": "Tas pandan anyam",
        "title_en": "Woven pandan bag",
        "story": "Dianyam di teras rumah.",
        "story_en": "Woven on the porch.",
        "category_slug": "anyaman",
        "partner": artisan,
        "materials": ("daun pandan",),
        "techniques": ("menganyam",),
        "price": Rupiah(250_000),
        "making_cost": Rupiah(90_000),
        "weight_g": 400,
        "length_cm": 30,
        "width_cm": 12,
        "height_cm": 25,
        "stock": 5,
        "making_days": 3,
    }
    return ProductDetails(**{**fields, **changes})


def make_product(artisan: Partner, *, upc: str = "", **changes: object) -> Product:
    make_category(str(changes.get("category_slug", "anyaman")))
    return publish_product(
        details=details_of(artisan, **changes), by="system:test", upc=upc or f"UJI-{next(_numbers):05}"
    )


def make_variants(artisan: Partner, *, upc: str = "", **changes: object) -> Product:
    """A bag in three colours, M and L: red L is dearer, blue L and green M are sold out, green L is not made."""
    fields: dict[str, object] = {
        "price": Rupiah(125_000),
        "making_cost": Rupiah(60_000),
        "variants": VARIANTS,
    }
    return make_product(artisan, upc=upc, **{**fields, **changes})
