"""Every kind of thing the stories may name."""

from iccn.demo.drawing.things import Draw, clay, cloth, food, plaited, played, wood, worn

THINGS: dict[str, Draw] = {
    "folded": cloth.folded, "draped": cloth.draped, "rolled": cloth.rolled, "scarf": cloth.scarf,
    "shirt": cloth.shirt, "outer": cloth.outer, "cushion": cloth.cushion,
    "basket": plaited.basket, "bag": plaited.bag, "tray": plaited.tray, "mat": plaited.mat, "hat": plaited.hat,
    "lamp": plaited.lamp, "fan": plaited.fan,
    "vase": clay.vase, "cup": clay.cup, "plate": clay.plate, "teapot": clay.teapot, "bowl": clay.bowl,
    "panel": wood.panel, "box": wood.box, "spoons": wood.spoons, "frame": wood.frame,
    "coffee": food.coffee, "pouch": food.pouch, "jar": food.jar, "bottle": food.bottle, "gift": food.gift,
    "tin": food.tin,
    "wallet": worn.wallet, "satchel": worn.satchel, "sandals": worn.sandals, "necklace": worn.necklace,
    "earrings": worn.earrings, "bracelet": worn.bracelet,
    "car": played.car, "bird": played.bird, "top": played.top, "blocks": played.blocks, "drum": played.drum,
    "angklung": played.angklung, "flute": played.flute, "thumb_piano": played.thumb_piano, "gong": played.gong,
    "notebook": played.notebook, "candle": played.candle,
}  # fmt: skip
