"""What an artisan offers, with its pictures."""

from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iccn.chapters.models import Chapter
from iccn.media.models import Picture
from iccn.money.fields import RupiahField
from store.catalogue.models import Category, Product
from store.curation import refusals
from store.curation.machine import CURRENT, WORKFLOWS, WRITABLE, Move, State, Workflow
from store.curation.rules import CURATORS_NEEDED
from store.partner.models import Partner

MOST_PICTURES = 10


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def update(self, **values: Any) -> int:
        """Many rows at once never change their state: each move is a service's (bulk_update comes by here too)."""
        if "state" in values:
            raise refusals.NoSuchMove(move="update")
        return super().update(**values)


class Submission(models.Model):
    """A product offered for selection (pengajuan produk).

    `typed` holds what the artisan wrote, letter by letter, so that nothing is lost while it is incomplete; the
    other fields are filled from it when it is sent.
    """

    State = State

    artisan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="submissions")
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul"))
    state = models.CharField(_("keadaan"), max_length=16, choices=State, default=State.DRAFT, db_index=True)
    workflow = models.PositiveSmallIntegerField(default=CURRENT)  # the version of the way it goes
    typed = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(
        default=0
    )  # counts the saves: two devices cannot overwrite each other
    writer = models.CharField(max_length=32, blank=True)  # the open page that saved last

    title = models.CharField(_("nama produk"), max_length=120, blank=True)
    title_en = models.CharField(_("nama produk (Inggris)"), max_length=120, blank=True)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, related_name="+")
    story = models.TextField(_("cerita"), blank=True)
    story_en = models.TextField(_("cerita (Inggris)"), blank=True)
    materials = models.JSONField(_("bahan"), default=list)
    techniques = models.JSONField(_("teknik"), default=list)
    making_days = models.PositiveSmallIntegerField(_("hari pengerjaan"), null=True)
    making_cost = RupiahField(_("biaya pembuatan"), null=True)
    wished_price = RupiahField(_("harga yang diinginkan"), null=True)
    weight_g = models.PositiveIntegerField(_("berat (gram)"), null=True)
    length_cm = models.PositiveSmallIntegerField(_("panjang (cm)"), null=True)
    width_cm = models.PositiveSmallIntegerField(_("lebar (cm)"), null=True)
    height_cm = models.PositiveSmallIntegerField(_("tinggi (cm)"), null=True)
    stock = models.PositiveIntegerField(_("stok"), null=True)  # of all variants together
    variants = models.JSONField(
        _("pilihan"), default=list, blank=True
    )  # as store.curation.variants keeps them

    product = models.OneToOneField(Product, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(_("dibuat"), auto_now_add=True)
    round = models.PositiveSmallIntegerField(default=0)  # counts how often it was sent
    intake = models.ForeignKey(
        "curation.Round", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("kurasi")
    )  # none: rolling intake
    saved_at = models.DateTimeField(_("disimpan"), auto_now=True)
    sent_at = models.DateTimeField(_("dikirim"), null=True)

    # what the scores of the present round say, once enough are in: lists sort and filter by it, blind until then
    points = models.PositiveSmallIntegerField(_("poin"), null=True, db_index=True)
    needed = models.PositiveSmallIntegerField(default=CURATORS_NEEDED)  # curators, by the scores so far

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        verbose_name = _("pengajuan produk")
        verbose_name_plural = _("pengajuan produk")
        permissions = [
            ("score_submission", "Can score submissions"),
            ("decide_submission", "Can decide on submissions"),
            ("lead_curation", "Can assign curators and keep rounds and rubrics"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=reduce(
                    or_,
                    (Q(workflow=flow.version, state__in=sorted(flow.phases)) for flow in WORKFLOWS.values()),
                ),
                name="curation_state_is_in_the_table",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted([*WRITABLE, State.WITHDRAWN]))
                | (
                    ~Q(title="")
                    & Q(wished_price__gt=0, making_cost__gte=0, weight_g__gt=0, category__isnull=False)
                ),
                name="curation_sent_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(product__isnull=False)
                | ~Q(state__in=[State.PUBLISHED, State.PAUSED, State.RETIRED]),
                name="curation_published_has_product",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.typed.get("title") or "—"

    def save(self, *args: Any, **options: Any) -> None:
        """Whoever saves, from the admin, a command or the shell: only along the table. Raises NoSuchMove."""
        if "state" in (options.get("update_fields") or ["state"]):
            self._refuse_a_jump()
        super().save(*args, **options)

    def get_absolute_url(self) -> str:
        return reverse("curation:submission", args=[self.pk])

    def _refuse_a_jump(self) -> None:
        stood = type(self).objects.filter(pk=self.pk).values_list("state", flat=True).first()
        before = stood or State.DRAFT
        if self.state != before and not self.way.leads(before, self.state):
            raise refusals.NoSuchMove(move=f"{before} → {self.state}")

    @property
    def way(self) -> Workflow:
        return WORKFLOWS[self.workflow]

    def may(self, move: Move) -> bool:
        """Whether the table of its version has this move from where it stands."""
        return self.way.after(self.state, move) is not None

    @property
    def staff_name(self) -> str:
        return str(self.way.phases[State(self.state)].staff)

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE

    @property
    def is_scorable(self) -> bool:
        return self.state in self.way.scored


class SubmissionPicture(models.Model):
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=36, blank=True)  # of the sending page: sent twice, kept once

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "key"], condition=~Q(key=""), name="curation_picture_kept_once"
            )
        ]
