"""AJAR, the academy: classes, their lessons, and those who teach them."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, PublishingPanel
from wagtail.blocks import CharBlock
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PageManager,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from content.ajar import cards
from content.ajar.querysets import CourseQuerySet, MentorQuerySet
from content.ajar.weights import weight_of
from content.blocks import linked_data
from content.blocks.field import BodyField
from content.blocks.page import PublicPage
from content.blocks.streams import lesson_blocks, story_blocks
from iccn.media.models import Picture


class Mentor(
    WorkflowMixin,  # type: ignore[misc]
    DraftStateMixin,  # type: ignore[misc]
    LockableMixin,  # type: ignore[misc]
    RevisionMixin,  # type: ignore[misc]
    PreviewableMixin,  # type: ignore[misc]
    TranslatableMixin,  # type: ignore[misc]
    index.Indexed,  # type: ignore[misc]
    models.Model,
):
    """A person who teaches, shown with their consent."""

    name = models.CharField(_("Nama"), max_length=120)
    craft = models.CharField(_("Keahlian"), max_length=120, help_text=_("Misalnya: perajin anyaman pandan."))
    place = models.CharField(_("Kota"), max_length=120, blank=True)
    story = models.TextField(_("Tentang mentor"), max_length=600, blank=True)
    picture = models.ForeignKey(
        Picture, verbose_name=_("Foto"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    has_consented = models.BooleanField(
        _("Setuju ditampilkan"),
        default=False,
        help_text=_("Centang setelah mentor menyetujui nama, foto, dan ceritanya tampil untuk umum."),
    )

    objects = MentorQuerySet.as_manager()

    override_translatable_fields = [
        SynchronizedField("name", overridable=False),
        SynchronizedField("place", overridable=False),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("craft"),
        FieldPanel("place"),
        FieldPanel("story"),
        FieldPanel("picture"),
        FieldPanel("has_consented"),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("craft"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("mentor")
        verbose_name_plural = _("mentor")

    def __str__(self) -> str:
        return self.name

    def get_preview_template(self, _request: HttpRequest, _mode_name: str) -> str:
        return "ajar/mentor_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        context = super().get_preview_context(request, mode_name)
        return {**context, "mentor": cards.mentor_card(self)}


class AcademyIndexPage(PublicPage):
    """All classes."""

    body = BodyField(story_blocks(), blank=True, verbose_name=_("Isi di bawah daftar kelas"))

    template = "ajar/academy_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ajar.CoursePage"]
    max_count_per_parent = 1
    content_panels = [*PublicPage.content_panels, FieldPanel("summary"), FieldPanel("body")]

    class Meta:
        verbose_name = _("halaman akademi")
        verbose_name_plural = _("halaman akademi")

    def courses(self) -> CourseQuerySet:
        found: CourseQuerySet = CoursePage.objects.child_of(self).for_cards()
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "classes": cards.class_cards(self.courses())}


class CoursePage(PublicPage):
    """A class: what it promises, for whom, what one can do afterwards, by whom, and its lessons."""

    promise = models.TextField(
        _("Janji kelas"), max_length=400, help_text=_("Apa yang berubah bagi peserta setelah kelas ini?")
    )
    audience = models.TextField(
        _("Untuk siapa"),
        max_length=600,
        help_text=_("Siapa yang paling terbantu, dan apa yang perlu disiapkan."),
    )
    outcomes = BodyField(
        [("outcome", CharBlock(label=_("Hasil"), max_length=160, icon="check"))],
        verbose_name=_("Setelah kelas ini peserta dapat …"),
        help_text=_("Tiga sampai enam hasil, masing-masing diawali kata kerja."),
    )
    body = BodyField(story_blocks(), blank=True, verbose_name=_("Tentang kelas ini"))

    objects = PageManager.from_queryset(CourseQuerySet)()

    template = "ajar/course_page.html"
    parent_page_types = ["ajar.AcademyIndexPage"]
    subpage_types = ["ajar.LessonPage"]
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("promise"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("audience"),
        FieldPanel("outcomes"),
        MultipleChooserPanel("mentors", chooser_field_name="mentor", label=_("Mentor")),
        FieldPanel("body"),
    ]
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("promise"),
        index.SearchField("audience"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("kelas")
        verbose_name_plural = _("kelas")

    @property
    def description(self) -> str:
        return str(self.search_description or self.summary or self.promise)

    @cached_property
    def lessons(self) -> list["LessonPage"]:
        """Published lessons in the editors' order."""
        return list(LessonPage.objects.live().child_of(self).order_by("path"))

    def shown_mentors(self) -> list[Mentor]:
        ids = [one.mentor_id for one in self.mentors.all()]
        return Mentor.objects.shown_in(self.locale_id, ids) if ids else []

    def facts(self) -> list[dict[str, Any]]:
        return [
            linked_data.course(
                title=self.title,
                text=self.description,
                url=self.url or "",
                language=self.language,
                lessons=[one.title for one in self.lessons],
            )
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "syllabus": cards.syllabus(self.lessons),
            "class_facts": cards.facts_of(self.lessons),
            "mentor_cards": cards.mentor_cards(self.shown_mentors()),
        }


class CourseMentor(Orderable):  # type: ignore[misc]
    """A mentor of a class, in the order in which they are shown."""

    course = ParentalKey(CoursePage, on_delete=models.CASCADE, related_name="mentors")
    mentor = models.ForeignKey(Mentor, verbose_name=_("Mentor"), on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("mentor")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["course", "mentor"], name="ajar_mentor_once_a_class")]


class LessonPage(PublicPage):
    """One lesson, to be read on a phone with little data."""

    minutes = models.PositiveSmallIntegerField(
        _("Lama belajar (menit)"), default=20, help_text=_("Perkiraan jujur, termasuk mencoba sendiri.")
    )
    body = BodyField(lesson_blocks(), verbose_name=_("Isi pelajaran"))
    weight = models.PositiveBigIntegerField(_("Besar data (byte)"), default=0, editable=False)

    template = "ajar/lesson_page.html"
    parent_page_types = ["ajar.CoursePage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("minutes"),
        FieldPanel("body"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("pelajaran")
        verbose_name_plural = _("pelajaran")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The data a reader pays for is weighed whenever the lesson is saved."""
        self.weight = weight_of(self.body)
        super().full_clean(*args, **kwargs)

    @cached_property
    def course(self) -> CoursePage:
        found: CoursePage = CoursePage.objects.get(pk=self.get_parent().pk)
        return found

    def facts(self) -> list[dict[str, Any]]:
        return [
            linked_data.lesson(
                title=self.title,
                text=self.description,
                url=self.url or "",
                course_title=self.crumbs[-2]["label"],
                course_url=self.crumbs[-2]["url"],
            )
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "course": self.course, **cards.place_in_class(self, self.course.lessons)}
