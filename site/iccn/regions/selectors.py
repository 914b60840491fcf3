"""Finding places."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Length

from iccn.regions.models import Province, Regency, Village
from iccn.regions.rules import query_of

FULL_PATH = "district__regency__province"


@dataclass(frozen=True, slots=True)
class Place:
    """A village with the names of all that it lies in, as an address prints them."""

    village_code: str
    village: str
    district: str
    regency: str
    province: str
    postal_code: str

    @property
    def label(self) -> str:
        return f"{self.village}, {self.district}, {self.regency}, {self.province} {self.postal_code}"

    @property
    def regency_code(self) -> str:
        return self.village_code[:5]

    @property
    def province_code(self) -> str:
        return self.village_code[:2]

    @property
    def district_code(self) -> str:
        return self.village_code[:8]


def search(words: str, limit: int = 10) -> list[Place]:
    """Villages whose address holds every typed word (as the beginning of a word), best first.

    A word in the village's own name counts more than one in its district, regency or province. One query.
    """
    query_text = query_of(words)
    if not query_text:
        return []
    query = SearchQuery(query_text, config="simple", search_type="raw")
    rank = SearchRank(F("words"), query, weights=Value([0.1, 0.2, 0.4, 1.0]))
    found = Village.objects.filter(words=query).annotate(rank=rank).order_by("-rank", Length("name"), "code")
    return [place_of(village) for village in _named(found)[:limit]]


def place(village_code: str) -> Place | None:
    village = _named(Village.objects.filter(code=village_code)).first()
    return place_of(village) if village else None


def provinces() -> list[Province]:
    return list(Province.objects.order_by("name"))


def regencies(province_code: str) -> list[Regency]:
    return list(Regency.objects.filter(province_id=province_code).order_by("name"))


def place_of(village: Village) -> Place:
    district = village.district
    return Place(
        village_code=village.code,
        village=village.name,
        district=district.name,
        regency=district.regency.name,
        province=district.regency.province.name,
        postal_code=village.postal_code,
    )


def _named(villages: QuerySet[Village]) -> QuerySet[Village]:
    return villages.select_related(FULL_PATH).defer("words")
