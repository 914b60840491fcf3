"""Pages and pictures for tests."""

from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image as Raster

from content.ajar.models import CoursePage
from content.home.details import ClassWords, LessonDetails, MentorDetails, PageWords
from content.home.services import publish_class, publish_mentor, publish_news
from content.news.models import NewsPage
from iccn.media.models import Picture
from iccn.media.services import keep_picture


@cache
def jpeg(colour: str) -> bytes:
    buffer = BytesIO()
    Raster.new("RGB", (480, 400), colour).save(buffer, "JPEG", quality=60)
    return buffer.getvalue()


def picture(title: str = "Anyaman pandan", colour: str = "#7a3b5c") -> Picture:
    alt = {"description": f"{title}, dilihat dari atas", "description_en": f"{title}, from above"}
    return keep_picture(file=BytesIO(jpeg(colour)), name="gambar.jpg", title=title, **alt)


def words(title: str, *body: object) -> PageWords:
    return PageWords(title=title, summary=f"Ringkasan {title}.", body=body or ("Satu paragraf.",))


def news(number: int, **more: object) -> NewsPage:
    both = {"id": words(f"Kabar {number}"), "en": words(f"News {number}")}
    return publish_news(slug=f"kabar-{number}", date=date(2026, 11, number), words=both, **more)


def mentor(name: str = "Sari", place: str = "Tasikmalaya") -> object:
    craft = {"id": "Perajin anyaman", "en": "Weaver"}
    return publish_mentor(details=MentorDetails(name=name, place=place, craft=craft))


def lesson(slug: str, title: str, english: str) -> LessonDetails:
    return LessonDetails(slug=slug, minutes=15, words={"id": words(title), "en": words(english)})


def photo_class(**more: object) -> CoursePage:
    """A class of two lessons, in both languages."""
    indonesian = ClassWords(
        title="Foto produk dengan ponsel",
        promise="Foto yang jujur dan menarik tanpa alat mahal.",
        audience="Perajin yang menjual sendiri.",
        outcomes=("Mengatur cahaya jendela", "Memilih latar"),
        summary="Belajar memotret karya sendiri.",
    )
    english = ClassWords(
        title="Product photos with a phone",
        promise="Honest, attractive pictures without costly gear.",
        audience="Makers who sell their own work.",
        outcomes=("Use window light", "Choose a ground"),
        summary="Learn to photograph your own work.",
    )
    lessons = [
        lesson("cahaya", "Cahaya jendela", "Window light"),
        lesson("latar", "Memilih latar", "The ground"),
    ]
    return publish_class(slug="foto-produk", words={"id": indonesian, "en": english}, lessons=lessons, **more)
