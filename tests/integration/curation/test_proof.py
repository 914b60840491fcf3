"""Certificates and made-to-order go with a submission onto the product."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from store.curation import fields, judging, services
from store.curation.models import Decision
from store.curation.proof import certificates_of
from store.curation.rubric import lay_first_rubric
from tests.factories.curation import TYPED, make_draft, screen

PIRT, HALAL = "2103273010001-29", "ID32110000000010926"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("pirt", "2103273010001-29", "2103273010001-29"),
        ("pirt", "P-IRT No. 2103273010001-29", "2103273010001-29"),
        ("pirt", "pirt 210327301000129", "210327301000129"),
        ("halal", "id32110000000010926", HALAL),
        ("bpom", "NA18260900123", "NA18260900123"),
        ("bpom", "MD 123", None),
        ("bpom", "TR123456789", "TR123456789"),
        ("sni", "SNI 8124:2019", "SNI 8124:2019"),
        ("pirt", "12345", None),
        ("halal", "32110000000010926", None),
        ("sni", "8124", None),
        ("sni", "", ""),
    ],
)
def test_a_number_is_kept_in_one_way_of_writing_or_asked_for_again(kind, typed, kept) -> None:
    form = fields.MakingStep({kind: typed})
    form.is_valid()

    assert form.cleaned_data.get(kind) == kept
    assert (kind in form.errors) == (kept is None)


def test_what_is_of_a_wrong_shape_is_no_certificate() -> None:
    found = certificates_of({"pirt": PIRT, "halal": "tidak ada", "sni": ""})

    assert [(one.kind, one.number, one.valid_until) for one in found] == [("pirt", PIRT, date(2029, 12, 31))]


def test_certificates_and_made_to_order_reach_the_product(sari, wulan, made) -> None:
    for curator in (wulan, made):
        curator.user_permissions.set(
            Permission.objects.filter(codename__in=["score_submission", "decide_submission"])
        )
    typed = {**TYPED, "pirt": PIRT, "halal": HALAL, "availability": fields.TO_ORDER, "stock": "0"}
    sent = services.send_submission(submission=make_draft(sari, typed), user=sari)
    screen(sent, wulan)
    rubric = lay_first_rubric()
    for curator in (wulan, made):
        judging.score_submission(
            submission=sent, curator=curator, rubric=rubric, values=dict.fromkeys(rubric.weights, 5)
        )

    judging.decide_submission(
        submission=sent, curator=wulan, outcome=Decision.Outcome.SELECTED, reason="Rapi dan berguna."
    )

    sent.refresh_from_db()
    assert sent.product.is_made_to_order
    assert sent.product.pieces_left is None
    assert [(one.kind, one.number) for one in sent.product.certificates.all()] == [
        ("halal", HALAL),
        ("pirt", PIRT),
    ]
