"""News: what happened, told by the network itself."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from content.blocks import linked_data
from content.blocks.field import BodyField
from content.blocks.page import PublicPage
from content.blocks.streams import story_blocks
from content.news.cards import cards_of, leaf_of


class NewsQuerySet(PageQuerySet):  # type: ignore[misc]
    def newest_first(self) -> "NewsQuerySet":
        found: NewsQuerySet = self.live().select_related("picture").order_by("-date", "-pk")
        return found


class NewsIndexPage(PublicPage):
    """The list of news, the newest first."""

    body_fields = ()
    template = "news/index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1
    content_panels = [*PublicPage.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = _("halaman kabar")
        verbose_name_plural = _("halaman kabar")

    def news(self) -> NewsQuerySet:
        found: NewsQuerySet = NewsPage.objects.newest_first().child_of(self)
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "news": leaf_of(self.news(), request.GET.get("halaman", "1"))}


class NewsPage(PublicPage):
    """One piece of news."""

    class Category(models.TextChoices):
        STORY = "story", _("Cerita")
        ACTION = "action", _("Aksi")
        NOTICE = "notice", _("Pengumuman")

    date = models.DateField(_("Tanggal"), default=timezone.localdate)
    category = models.CharField(_("Jenis"), max_length=12, choices=Category, default=Category.STORY)
    body = BodyField(story_blocks(), verbose_name=_("Isi"))

    objects = PageManager.from_queryset(NewsQuerySet)()

    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("date"),
        FieldPanel("category"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("body"), index.FilterField("date")]

    class Meta:
        verbose_name = _("kabar")
        verbose_name_plural = _("kabar")
        indexes = [models.Index(fields=["-date"], name="news_newest")]

    def facts(self) -> list[dict[str, Any]]:
        return [
            linked_data.article(
                title=self.title,
                text=self.description,
                url=self.url or "",
                image=self.share_picture,
                published=self.date.isoformat(),
                changed=(self.last_published_at or timezone.now()).date().isoformat(),
            )
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        others = NewsPage.objects.newest_first().filter(locale_id=self.locale_id).exclude(pk=self.pk)
        return {**context, "others": cards_of(others[:3])}
