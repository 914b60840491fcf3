"""The home page, programme pages, standard pages, menus."""
