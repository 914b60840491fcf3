"""The home of Aksi Bersama Bantu Sesama: its foundation."""
