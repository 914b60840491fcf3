"""Places and couriers for tests."""

from iccn.regions.models import District, Province, Regency, Village
from store.shipping.services import lay_example_tariffs


def make_village(code: str, *, province: str = "", regency: str = "", postal_code: str = "10000") -> Village:
    """A village by its dotted code, in the district, regency and province that the code names."""
    Province.objects.get_or_create(code=code[:2], defaults={"name": province or f"Provinsi {code[:2]}"})
    Regency.objects.get_or_create(
        code=code[:5], defaults={"name": regency or f"Kabupaten {code[:5]}", "province_id": code[:2]}
    )
    District.objects.get_or_create(
        code=code[:8], defaults={"name": f"Kecamatan {code[:8]}", "regency_id": code[:5]}
    )
    fields = {"name": f"Desa {code}", "district_id": code[:8], "postal_code": postal_code}
    return Village.objects.get_or_create(code=code, defaults=fields)[0]


def with_tariffs() -> None:
    """The example tariffs, with every province that exists by now in its zone."""
    lay_example_tariffs()
