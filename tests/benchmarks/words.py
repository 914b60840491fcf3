"""What is typed into the search while it is measured: two words that belong together, and beginnings of words."""

SEARCHES = (
    "tas+pandan", "kain+batik", "keripik+singkong", "topeng+jati", "gelang+perak", "tikar+rotan", "kopi+arabika",
    "motif+kawung", "sarung+katun", "sambal+cabai", "vas+porselen", "tas+indigo", "selendang+merah", "mangkuk+mahoni",
)  # fmt: skip
BEGINNINGS = (
    "ke",
    "ker",
    "keri",
    "kerip",
    "ba",
    "bat",
    "bati",
    "tas+pa",
    "tas+pand",
    "jep",
    "gela",
    "kopi+a",
    "suta",
)
