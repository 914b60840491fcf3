"""Spellings and synonyms to begin with; editors change the rows, not this list."""

from typing import Final

# Words that stand for each other.
SAME: Final = (
    "keripik = kripik = kripek",
    "kerupuk = krupuk",
    "sambal = sambel",
    "cabai = cabe",
    "telur = telor",
    "tempe = tempeh",
    "tahu = tofu",
    "perajin = pengrajin",
    "sandal = sendal",
    "kaus = kaos",
    "keranjang = bakul = besek",
    "gerabah = tembikar = keramik = pottery = ceramic",
    "tas jinjing = tote bag",
    "dompet = wallet",
    "selendang = syal = scarf = shawl",
    "kerudung = jilbab = hijab",
    "mukena = rukuh",
    "peci = kopiah = songkok",
    "gantungan kunci = ganci = keychain",
    "oleh-oleh = souvenir = suvenir = cinderamata = cendera mata = buah tangan",
    "jamu = herbal",
    "gula aren = gula jawa = gula merah = palm sugar",
    "dodol = jenang",
    "rendang = randang",
    "bumbu = rempah = spice",
    "buatan tangan = handmade = handcrafted",
    "ukir = pahat = carving",
    "hampers = parsel = parcel",
    "yogyakarta = jogja = yogya = jogjakarta",
    "surakarta = solo",
    "makassar = ujung pandang",
    "kopi = coffee",
    "tenun = woven cloth = ikat weaving",
    "anyam = wicker = basketry",
    "mainan = toy",
    "kulit = leather",
    "kayu = wood",
    "tas = bag",
    "topi = hat",
    "kain = cloth = fabric",
)

# The first is a kind of the second: a search for the second finds it, not the other way round.
KINDS: Final = (
    ("ulos", "tenun"),
    ("songket", "tenun"),
    ("lurik", "tenun"),
    ("rotan", "anyam"),
    ("mendong", "anyam"),
    ("eceng gondok", "anyam"),
    ("purun", "anyam"),
)
