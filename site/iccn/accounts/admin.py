from django.contrib import admin

from iccn.accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin[User]):
    """Wagtail's page and snippet choosers look people up here."""

    list_display = ["email", "name", "is_staff", "is_active"]
    search_fields = ["email", "name", "phone"]
