"""What thousands of products are: the same number is always the same thing, in every process. No framework here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Craft:
    """A kind of thing. `parent` and `slug` name its category; a tuple of words is a choice."""

    parent: str
    slug: str
    name: str
    name_en: str
    materials: tuple[str, ...]
    techniques: tuple[str, ...]
    price: int  # of the cheapest
    weight_g: int


PARENTS = {
    "anyaman": ("Anyaman", "Weaving"),
    "kain": ("Kain", "Textiles"),
    "kayu": ("Kayu", "Wood"),
    "tanah-liat": ("Gerabah dan keramik", "Pottery"),
    "pangan": ("Pangan", "Food"),
    "perhiasan": ("Perhiasan", "Jewellery"),
}
PLAITED = ("daun pandan", "rotan", "bambu", "mendong", "daun lontar", "purun", "eceng gondok")
PLAITING = ("anyam tunggal", "anyam silang", "anyam tiga sumbu")
YARN = ("katun", "sutra", "benang emas", "rayon")
WOOD = ("kayu jati", "kayu mahoni", "kayu sonokeling", "kayu sengon")
CLAY = ("tanah liat merah", "tanah liat putih", "porselen")
ROOTS = ("singkong", "pisang", "talas", "ubi ungu")
CRAFTS = (
    Craft("anyaman", "tas", "Tas", "Bag", PLAITED, PLAITING, 85_000, 400),
    Craft("anyaman", "topi", "Topi", "Hat", PLAITED, PLAITING, 45_000, 150),
    Craft("anyaman", "tikar", "Tikar", "Mat", PLAITED, PLAITING, 120_000, 900),
    Craft("anyaman", "keranjang", "Keranjang", "Basket", PLAITED, PLAITING, 60_000, 500),
    Craft("anyaman", "kipas", "Kipas", "Fan", PLAITED, PLAITING, 15_000, 80),
    Craft("anyaman", "dompet", "Dompet", "Wallet", PLAITED, PLAITING, 35_000, 90),
    Craft("kain", "batik", "Kain batik", "Batik cloth", YARN[:2], ("batik tulis", "batik cap"), 175_000, 300),
    Craft("kain", "tenun", "Kain tenun", "Woven cloth", YARN, ("tenun ikat", "songket", "lurik"), 350_000, 450),
    Craft("kain", "selendang", "Selendang", "Scarf", YARN, ("tenun ikat", "jumputan"), 140_000, 180),
    Craft("kain", "sarung", "Sarung", "Sarong", YARN[:2], ("tenun", "batik cap"), 160_000, 400),
    Craft("kain", "kemeja", "Kemeja", "Shirt", YARN[:2], ("batik tulis", "batik cap", "lurik"), 210_000, 250),
    Craft("kayu", "topeng", "Topeng", "Mask", WOOD, ("ukir", "sungging"), 190_000, 600),
    Craft("kayu", "wayang", "Wayang golek", "Rod puppet", WOOD, ("ukir", "sungging"), 240_000, 700),
    Craft("kayu", "talenan", "Talenan", "Cutting board", WOOD, ("pahat", "bubut"), 70_000, 900),
    Craft("kayu", "mainan", "Mainan", "Toy", WOOD, ("bubut", "pahat"), 40_000, 250),
    Craft("kayu", "mangkuk", "Mangkuk kayu", "Wooden bowl", WOOD, ("bubut",), 55_000, 350),
    Craft("tanah-liat", "kendi", "Kendi", "Water jug", CLAY, ("putar", "pijit"), 65_000, 1_200),
    Craft("tanah-liat", "cangkir", "Cangkir", "Cup", CLAY, ("putar", "glasir"), 45_000, 350),
    Craft("tanah-liat", "vas", "Vas", "Vase", CLAY, ("putar", "glasir"), 110_000, 1_500),
    Craft("tanah-liat", "piring", "Piring", "Plate", CLAY, ("cetak", "glasir"), 50_000, 500),
    Craft("pangan", "keripik", "Keripik", "Crisps", ROOTS, ("goreng", "panggang"), 18_000, 250),
    Craft("pangan", "kopi", "Kopi", "Coffee", ("arabika", "robusta", "liberika"), ("sangrai",), 60_000, 220),
    Craft("pangan", "sambal", "Sambal", "Chilli relish", ("cabai rawit", "cabai merah"), ("ulek",), 28_000, 250),
    Craft("pangan", "gula", "Gula aren", "Palm sugar", ("nira aren", "nira kelapa"), ("masak",), 32_000, 500),
    Craft("perhiasan", "gelang", "Gelang", "Bracelet", ("perak", "kuningan", "manik"), ("tempa",), 80_000, 60),
    Craft("perhiasan", "kalung", "Kalung", "Necklace", ("perak", "manik", "mutiara"), ("ronce",), 130_000, 80),
    Craft("perhiasan", "anting", "Anting", "Earrings", ("perak", "kuningan", "mutiara"), ("filigri",), 70_000, 30),
)  # fmt: skip
# Province code and name, regency code and name, the chapter's slug and name.
PLACES = tuple(
    (province, name, f"{province}.{number}", f"{kind} {regency}", slug, f"Simpul {regency}")
    for province, name, number, kind, regency, slug in (
        ("11", "Aceh", "06", "Kabupaten", "Aceh Besar", "aceh-besar"),
        ("12", "Sumatera Utara", "71", "Kota", "Medan", "medan"),
        ("13", "Sumatera Barat", "71", "Kota", "Padang", "padang"),
        ("14", "Riau", "71", "Kota", "Pekanbaru", "pekanbaru"),
        ("15", "Jambi", "71", "Kota", "Jambi", "jambi"),
        ("16", "Sumatera Selatan", "71", "Kota", "Palembang", "palembang"),
        ("17", "Bengkulu", "71", "Kota", "Bengkulu", "bengkulu"),
        ("18", "Lampung", "71", "Kota", "Bandar Lampung", "bandar-lampung"),
        ("31", "DKI Jakarta", "74", "Kota", "Jakarta Selatan", "jakarta-selatan"),
        ("32", "Jawa Barat", "06", "Kabupaten", "Tasikmalaya", "tasikmalaya"),
        ("32", "Jawa Barat", "05", "Kabupaten", "Garut", "garut"),
        ("32", "Jawa Barat", "74", "Kota", "Cirebon", "cirebon"),
        ("33", "Jawa Tengah", "20", "Kabupaten", "Jepara", "jepara"),
        ("33", "Jawa Tengah", "75", "Kota", "Pekalongan", "pekalongan"),
        ("33", "Jawa Tengah", "72", "Kota", "Surakarta", "surakarta"),
        ("34", "DI Yogyakarta", "02", "Kabupaten", "Bantul", "bantul"),
        ("35", "Jawa Timur", "78", "Kota", "Surabaya", "surabaya"),
        ("35", "Jawa Timur", "73", "Kota", "Malang", "malang"),
        ("36", "Banten", "73", "Kota", "Serang", "serang"),
        ("51", "Bali", "04", "Kabupaten", "Gianyar", "gianyar"),
        ("52", "Nusa Tenggara Barat", "02", "Kabupaten", "Lombok Tengah", "lombok-tengah"),
        ("53", "Nusa Tenggara Timur", "11", "Kabupaten", "Sumba Timur", "sumba-timur"),
        ("61", "Kalimantan Barat", "71", "Kota", "Pontianak", "pontianak"),
        ("62", "Kalimantan Tengah", "71", "Kota", "Palangka Raya", "palangka-raya"),
        ("63", "Kalimantan Selatan", "71", "Kota", "Banjarmasin", "banjarmasin"),
        ("64", "Kalimantan Timur", "72", "Kota", "Samarinda", "samarinda"),
        ("71", "Sulawesi Utara", "71", "Kota", "Manado", "manado"),
        ("72", "Sulawesi Tengah", "71", "Kota", "Palu", "palu"),
        ("73", "Sulawesi Selatan", "71", "Kota", "Makassar", "makassar"),
        ("73", "Sulawesi Selatan", "26", "Kabupaten", "Toraja Utara", "toraja-utara"),
        ("74", "Sulawesi Tenggara", "71", "Kota", "Kendari", "kendari"),
        ("81", "Maluku", "71", "Kota", "Ambon", "ambon"),
        ("91", "Papua", "71", "Kota", "Jayapura", "jayapura"),
    )
)
MOTIFS = (
    "kawung", "parang", "mega mendung", "truntum", "pucuk rebung", "sidomukti", "tumpal", "ceplok", "lereng",
    "sekar jagad", "gigi balang", "toraja", "asmat", "poleng", "cendrawasih", "kupu-kupu", "kembang teratai",
)  # fmt: skip
MOTIFS_EN = (
    "kawung", "blade", "cloud", "star", "bamboo shoot", "sidomukti", "triangle", "medallion", "slope", "world map",
    "tooth", "toraja", "asmat", "checkered", "paradise bird", "butterfly", "lotus",
)  # fmt: skip
COLOURS = (
    "indigo",
    "merah marun",
    "cokelat soga",
    "hijau lumut",
    "kuning kunyit",
    "hitam",
    "putih gading",
    "alami",
)
COLOURS_EN = ("indigo", "maroon", "brown", "moss green", "turmeric yellow", "black", "ivory", "natural")
USES = (
    "untuk dipakai setiap hari", "untuk hadiah pernikahan", "untuk ruang tamu", "untuk bekerja", "untuk anak",
    "untuk oleh-oleh", "untuk upacara adat", "untuk perjalanan", "untuk dapur",
)  # fmt: skip
STORIES = (
    "Dikerjakan {days} hari di teras rumah oleh ibu-ibu kampung, {use}.",
    "Bahannya {material} dipanen sendiri, dijemur tiga hari, lalu diolah dengan teknik {technique}.",
    "Motif {motif} dipelajari dari nenek dan diteruskan kepada anak-anak muda di {place}.",
    "Setiap potong diperiksa dua kali sebelum dikirim; tidak ada dua yang persis sama.",
    "Warna {colour} berasal dari pewarna alam yang direbus semalam.",
)
_SPREAD = (7, 11, 13, 17, 19, 23, 29)  # primes apart, so that no two choices march in step


@dataclass(frozen=True, slots=True)
class Good:
    """One product as plain values. `place` and `maker` count from nought."""

    number: int
    craft: Craft
    place: int
    maker: int
    title: str
    title_en: str
    story: str
    story_en: str
    material: str
    technique: str
    price: int
    stock: int | None  # None when it is made to order
    certificate: str


def good(number: int) -> Good:
    """The product of this number."""
    mixed = number * 2_654_435_761 % 2**32  # Knuth's multiplier scatters neighbours
    craft, place = CRAFTS[number % len(CRAFTS)], mixed % len(PLACES)
    material, technique, motif, colour, use, days, steps = (mixed // prime for prime in _SPREAD)
    words = {
        "material": craft.materials[material % len(craft.materials)],
        "technique": craft.techniques[technique % len(craft.techniques)],
        "motif": MOTIFS[motif % len(MOTIFS)],
        "colour": COLOURS[colour % len(COLOURS)],
        "use": USES[use % len(USES)],
        "days": 1 + days % 14,
        "place": PLACES[place][3].partition(" ")[2],
    }
    return Good(
        number=number,
        craft=craft,
        place=place,
        maker=mixed // 97 % 3,
        title=f"{craft.name} {words['material']} motif {words['motif']} {words['colour']} no. {number}",
        title_en=f"{craft.name_en}, {MOTIFS_EN[motif % len(MOTIFS)]} motif, {COLOURS_EN[colour % len(COLOURS)]}",
        story=" ".join(one.format(**words) for one in STORIES[number % 2 :]),
        story_en=f"Made by hand in {words['place']} in {words['days']} days.",
        material=words["material"],
        technique=words["technique"],
        price=craft.price * (10 + steps % 30) // 10 // 500 * 500,
        stock=None if number % 9 == 4 else number % 23,
        certificate="halal" if craft.parent == "pangan" and number % 3 == 0 else "",
    )
