"""Oscar's dashboard (fork), for store staff under /kelola/toko/."""
