"""Finding products through their documents, on the database engine."""

import pytest
from django.core.management import call_command

from iccn.money.rupiah import Rupiah
from store.catalogue.details import CertificateDetails
from store.catalogue.models import Category
from store.catalogue.services import pause_product, resume_product, tell_of_artisan
from store.partner.models import Partner, StockRecord
from store.search.engines.port import FacetValue, ProductQuery, Readiness, Sort
from store.search.models import KnownWord, ProductDocument, Variant
from store.search.selectors import find_products, needs_rebuild
from store.search.services import count_words, forget_variants, index_product, reindex, seed_variants
from tests.factories.catalogue import make_category, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(artisan) -> Partner:
    """Five products in three categories, indexed; the artisan of Bandung makes them all."""
    anyaman = make_category()
    make_category("tas", "Tas", "Bags", under=anyaman)
    make_category("camilan", "Camilan", "Snacks")
    make_category("tenun", "Tenun", "Weaves")
    seed_variants()
    make_product(artisan, upc="A", title="Tas pandan", title_en="Pandan bag", category_slug="tas",
                 story="Untuk ke pasar.", techniques=("menganyam",), price=Rupiah(250_000))  # fmt: skip
    make_product(artisan, upc="B", title="Keranjang rotan", title_en="Rattan basket", story="Kuat.",
                 techniques=("anyaman",), price=Rupiah(120_000))  # fmt: skip
    make_product(artisan, upc="C", title="Keripik singkong pedas", title_en="Spicy cassava crisps",
                 category_slug="camilan", story="Renyah.", techniques=(), materials=("singkong",),
                 price=Rupiah(15_000))  # fmt: skip
    make_product(artisan, upc="D", title="Ulos merah", title_en="Red ulos", category_slug="tenun",
                 story="Dari benang kapas.", techniques=(), materials=("kapas",), price=Rupiah(900_000),
                 made_to_order=True)  # fmt: skip
    make_product(artisan, upc="E", title="Kain tenun ikat", title_en="Ikat cloth", category_slug="tenun",
                 story="Dari benang kapas.", techniques=("menenun",), materials=("kapas",), price=Rupiah(1_250_000),
                 stock=0)  # fmt: skip
    list(reindex())
    return artisan


def found(words: str = "", **changes: object) -> str:
    sort = changes.pop("sort", Sort.RELEVANCE if words else Sort.NEWEST)
    results = find_products(ProductQuery(words=words, sort=sort, **changes))
    upcs = dict(ProductDocument.objects.values_list("product_id", "upc"))
    return "".join(upcs[hit.product] for hit in results.hits)


@pytest.mark.parametrize(
    ("words", "upcs"),
    [
        ("menganyam", "BA"),
        ("anyaman", "BA"),
        ("kripik", "C"),
        ("kripek singkong", "C"),
        ("krip", "C"),
        ("KERIPIK pedas bandung", "C"),
        ("tenun", "DE"),
        ("ulos", "D"),
        ("bags", "A"),
        ("spicy crisps", "C"),
        ("tas untuk sari", "A"),
        ("jawa barat", "BADCE"),
        ("sari", "BADCE"),
    ],
)
def test_words_find_what_a_person_means(shop, words, upcs):
    assert sorted(found(words)) == sorted(upcs)


def test_the_title_weighs_more_than_the_story(shop):
    make_product(shop, upc="F", title="Dompet", story="Cocok dengan tas pandan.", techniques=(), materials=())
    list(reindex())
    assert found("tas")[:1] == "A"
    assert set(found("tas")) == {"A", "F"}


def test_when_nothing_has_all_words_some_will_do_and_it_says_so(shop):
    results = find_products(ProductQuery(words="keripik marmer", sort=Sort.RELEVANCE))
    assert [hit.title for hit in results.hits] == ["Keripik singkong pedas"]
    assert (results.is_widened, results.total) == (True, 1)


def test_a_slip_is_answered_with_what_was_meant(shop):
    results = find_products(ProductQuery(words="kerapik"))
    assert (results.suggestion, results.is_corrected) == ("keripik", True)
    assert [hit.title for hit in results.hits] == ["Keripik singkong pedas"]


def test_a_slip_beside_an_unknown_word_still_finds_something(shop):
    results = find_products(ProductQuery(words="kerapik xylofon"))
    assert (results.suggestion, results.is_corrected, results.is_widened) == ("keripik xylofon", True, True)
    assert [hit.title for hit in results.hits] == ["Keripik singkong pedas"]


def test_what_a_slip_meant_may_be_filtered_away(shop):
    results = find_products(ProductQuery(words="kerapik", provinces=("33",)))
    assert (results.total, results.suggestion, results.is_corrected) == (0, "keripik", False)
    assert results.facets.provinces == (FacetValue("33", "", 0),)  # what was chosen can be taken away


def test_nothing_is_said_when_nothing_is_near(shop):
    nothing = find_products(ProductQuery(words="xylofon"))
    assert (nothing.hits, nothing.total, nothing.suggestion) == ((), 0, "")


def test_an_editors_new_wording_is_used_by_the_next_search(shop, django_capture_on_commit_callbacks):
    assert found("opak") == ""
    with django_capture_on_commit_callbacks(execute=True):
        Variant.objects.create(word="opak", means="keripik")
        forget_variants()
    assert found("opak") == "C"


def test_filters_narrow_and_add_up(shop):
    anyaman, tas = Category.objects.get(slug="anyaman"), Category.objects.get(slug="tas")
    assert found(category=anyaman.pk) == "BA"
    assert found(category=tas.pk) == "A"
    assert found(provinces=("32",)) == "DCBAE"
    assert found(provinces=("33",)) == ""
    assert found(price_from=Rupiah(120_000), price_to=Rupiah(250_000)) == "BA"
    assert found(readiness=Readiness.READY) == "CBA"
    assert found(readiness=Readiness.MADE_TO_ORDER) == "D"
    assert found(chapter="bandung", category=tas.pk) == "A"
    assert found(artisan=shop.pk, price_to=Rupiah(100_000)) == "C"
    assert found(products=(ProductDocument.objects.get(upc="D").pk,)) == "D"


def test_sold_out_comes_last_in_every_order(shop):
    assert found(sort=Sort.NEWEST) == "DCBAE"
    assert found(sort=Sort.CHEAPEST) == "CBADE"
    assert found(sort=Sort.DEAREST) == "DABCE"


def test_pages_do_not_overlap_and_a_page_past_the_end_is_the_last(shop):
    assert found(per_page=2) == "DC"
    assert found(per_page=2, page=2) == "BA"
    assert found(per_page=2, page=3) == "E"
    assert found(per_page=2, page=99) == "E"


def test_each_facet_counts_as_if_its_own_filter_were_off(shop):
    tas = Category.objects.get(slug="tas")
    query = ProductQuery(category=tas.pk, readiness=Readiness.READY, provinces=("32",))
    facets = find_products(query).facets
    by_slug = {Category.objects.get(pk=key).slug: count for key, count in facets.categories.items()}
    assert by_slug == {"anyaman": 2, "tas": 1, "camilan": 1}
    assert facets.readiness == {"siap": 1}
    assert facets.provinces == (FacetValue("32", "Jawa Barat", 1),)
    assert facets.prices == (FacetValue("250000-499999", "", 1),)


def test_a_search_is_two_queries_and_browsing_too(shop, django_assert_num_queries):
    find_products(ProductQuery(words="tas"))
    with django_assert_num_queries(2):
        find_products(ProductQuery(words="tas", sort=Sort.RELEVANCE))
    with django_assert_num_queries(2):
        find_products(ProductQuery())


def test_a_pause_takes_the_product_away_and_a_resume_brings_it_back(shop, django_capture_on_commit_callbacks):
    product = ProductDocument.objects.get(upc="C").product
    with django_capture_on_commit_callbacks(execute=True):
        pause_product(product=product, by="system:test")
    assert found("keripik") == ""
    with django_capture_on_commit_callbacks(execute=True):
        resume_product(product=product, by="system:test")
    assert found("keripik") == "C"


def test_an_artisan_who_did_not_agree_is_neither_shown_nor_found(shop):
    Partner.objects.update(is_public=False)
    list(reindex())
    assert found("sari") == ""
    assert not ProductDocument.objects.exclude(artisan_name="", artisan_code="").exists()


def test_a_document_follows_stock_and_forgets_what_is_no_product(shop):
    document = ProductDocument.objects.get(upc="B")
    StockRecord.objects.filter(product=document.product).update(num_in_stock=2, num_allocated=2)
    index_product(product=document.product)
    document.refresh_from_db()
    assert (document.is_available, document.pieces_left) == (False, 0)

    document.product.published_at, document.product.is_public = None, False
    document.product.save()
    index_product(product=document.product)
    assert not ProductDocument.objects.filter(upc="B").exists()
    list(reindex())
    assert ProductDocument.objects.count() == 4


def test_seeding_twice_adds_nothing_and_keeps_editors_rows(shop):
    Variant.objects.filter(word="kripik").delete()
    assert seed_variants() == 1
    assert seed_variants() == 0


def test_the_example_of_the_rules_page(artisan):
    make_product(artisan, title="Satu")
    make_product(artisan, title="Dua")
    make_product(artisan, title="Tiga", made_to_order=True)
    list(reindex())
    facets = find_products(ProductQuery(readiness=Readiness.READY)).facets
    assert facets.readiness == {"siap": 2, "pesanan": 1}
    assert facets.provinces == (FacetValue("32", "Jawa Barat", 2),)


def test_an_artisan_who_takes_back_her_consent_is_forgotten_by_the_search(
    shop, django_capture_on_commit_callbacks
):
    shop.is_public = False
    shop.save()
    with django_capture_on_commit_callbacks(execute=True):
        tell_of_artisan(artisan=shop)
    assert found("sari") == ""


def test_chosen_products_alone_are_indexed_anew(shop):
    chosen = ProductDocument.objects.get(upc="A").pk
    ProductDocument.objects.all().delete()
    assert list(reindex(product_ids=[chosen])) == [1]
    assert found() == "A"


def test_the_command_rebuilds_everything(shop):
    ProductDocument.objects.all().delete()
    Variant.objects.all().delete()
    call_command("rebuild_search", verbosity=0)
    assert ProductDocument.objects.count() == 5
    assert Variant.objects.exists()


# --- more filters ----------------------------------------------------------------------------------------


def test_materials_and_techniques_narrow_by_any_and_count_without_their_own_filter(shop):
    assert found(materials=("kapas",)) == "DE"
    assert found(materials=("kapas", "singkong")) == "DCE"
    assert found(techniques=("anyaman",)) == "B"
    facets = find_products(ProductQuery(materials=("kapas", "marmer"), techniques=("menenun",))).facets
    assert facets.materials[0] == FacetValue("kapas", "Kapas", 1)
    assert facets.materials[-1] == FacetValue("marmer", "Marmer", 0)
    assert facets.techniques == (FacetValue("menenun", "Menenun", 1),)


def test_certificates_must_all_be_there(artisan):
    halal, pirt = (CertificateDetails(kind=kind, number="1") for kind in ("halal", "pirt"))
    make_product(artisan, upc="1", certificates=(halal,))
    make_product(artisan, upc="2", certificates=(halal, pirt))
    list(reindex())
    assert found(certificates=("halal",)) == "21"
    assert found(certificates=("halal", "pirt")) == "2"
    facets = find_products(ProductQuery(certificates=("halal",))).facets
    assert facets.certificates == (FacetValue("halal", "", 2), FacetValue("pirt", "", 1))


def test_a_regency_narrows_its_own_province_alone(shop):
    ProductDocument.objects.filter(upc__in=["A", "B"]).update(
        regency_code="33.20", regency_name="Kabupaten Jepara", province_code="33", province_name="Jawa Tengah"
    )
    ProductDocument.objects.filter(upc="C").update(regency_code="32.04", regency_name="Kabupaten Bandung")
    bandung = ProductDocument.objects.get(upc="D").regency_code
    assert found(provinces=("32", "33")) == "DCBAE"
    assert found(provinces=("32", "33"), regencies=("32.04",)) == "CBA"
    facets = find_products(ProductQuery(provinces=("32",), regencies=("32.04",))).facets
    assert [(one.key, one.count) for one in facets.provinces] == [("32", 3), ("33", 2)]
    assert sorted((one.key, one.count) for one in facets.regencies) == sorted([("32.04", 1), (bandung, 2)])
    assert find_products(ProductQuery()).facets.regencies == ()


def test_the_options_chosen_must_be_met_by_one_variant_that_can_be_bought(shop):
    def variant(size: str, colour: str, *, there: bool = True) -> dict[str, object]:
        return {"options": {"ukuran": size, "warna": colour}, "price": 1, "is_available": there}

    ProductDocument.objects.filter(upc="A").update(variants=[variant("M", "Merah"), variant("L", "Biru")])
    ProductDocument.objects.filter(upc="B").update(
        variants=[variant("L", "Merah"), variant("M", "Biru", there=False)]
    )
    size = ("ukuran", ("M",))
    assert found(options=(size,)) == "A"
    assert found(options=(("ukuran", ("L",)), ("warna", ("Merah",)))) == "B"
    assert found(options=(("ukuran", ("M", "L")), ("warna", ("Merah",)))) == "BA"
    assert found(options=(size, ("warna", ("Biru",)))) == ""
    facets = find_products(ProductQuery(options=(size,))).facets
    assert facets.options == {
        "ukuran": (FacetValue("L", "L", 2), FacetValue("M", "M", 1)),
        "warna": (FacetValue("Merah", "Merah", 1),),
    }


def test_rating_filters_sorts_and_counts(shop):
    ProductDocument.objects.filter(upc="A").update(rating=4.5, reviews=3)
    ProductDocument.objects.filter(upc="B").update(rating=3.0, reviews=9)
    ProductDocument.objects.filter(upc="C").update(rating=4.5, reviews=8)
    assert found(rating_from=4) == "CA"
    assert found(sort=Sort.RATING) == "CABDE"
    assert find_products(ProductQuery()).facets.ratings == (FacetValue("4", "", 2),)
    assert find_products(ProductQuery(provinces=("33",))).facets.ratings == ()


def test_the_rotation_gives_its_order_and_a_new_document_keeps_its_turn(shop):
    for turn, upc in enumerate("EACBD"):
        ProductDocument.objects.filter(upc=upc).update(turn=turn)
    assert found(sort=Sort.ROTATION) == "ACBDE"
    list(reindex())
    assert found(sort=Sort.ROTATION) == "ACBDE"


# --- counts, words, digests ------------------------------------------------------------------------------


def test_cards_alone_are_one_query_and_a_total_one_more(shop, django_assert_num_queries):
    with django_assert_num_queries(1):
        cards = find_products(ProductQuery(per_page=2, with_facets=False, with_total=False))
    assert (len(cards.hits), cards.total) == (2, 2)
    with django_assert_num_queries(2):
        assert find_products(ProductQuery(per_page=2, with_facets=False)).total == 5


def test_words_are_counted_by_product_and_slips_are_mended_with_them(shop):
    assert KnownWord.objects.get(word="keripik").products == 1
    assert KnownWord.objects.get(word="bandung").products == 5
    assert not KnownWord.objects.filter(word="renyah").exists()  # words of stories are no names
    ProductDocument.objects.filter(upc="C").delete()
    count_words()
    assert not KnownWord.objects.filter(word="keripik").exists()


def test_a_digest_tells_any_change_and_nothing_else(shop):
    def digests() -> dict[str, str]:
        return dict(ProductDocument.objects.values_list("upc", "digest"))

    before = digests()
    assert len(set(before.values())) == 5
    list(reindex())
    assert digests() == before
    product = ProductDocument.objects.get(upc="C").product
    StockRecord.objects.filter(product=product).update(price=16_000)
    index_product(product=product)
    after = digests()
    assert {upc for upc in before if before[upc] != after[upc]} == {"C"}


def test_a_rebuild_is_needed_until_every_document_has_todays_shape(shop):
    assert not needs_rebuild()
    ProductDocument.objects.filter(upc="C").update(digest="")
    assert needs_rebuild()
    call_command("rebuild_search", verbosity=0)
    assert not needs_rebuild()
    Variant.objects.all().delete()
    assert needs_rebuild()
