"""Wagtail's settings."""

from iccn.config.env import env

WAGTAIL_SITE_NAME = "Aksi Bersama Bantu Sesama"
WAGTAILADMIN_BASE_URL = env.url("BASE_URL", f"http://localhost:{env.integer('PORT', 8000)}")
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "wagtail.search.backends.database"}
}
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "heic"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILIMAGES_JPEG_QUALITY = 82
WAGTAILIMAGES_RENDITION_STORAGE = "default"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_USER_TIME_ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILMEDIA = {"MEDIA_MODEL": "wagtailmedia.Media"}
WAGTAIL_FRONTEND_LOGIN_URL = "/id/akun/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False


def page_search(
    *, urls: list[str], prefix: str, timeout: float, api_key: str = "", ca_file: str = ""
) -> dict[str, dict[str, object]]:
    """Pages on the cluster of the products; the database is kept in step and answers when the cluster does not."""
    options: dict[str, object] = {"max_retries": 0, "retry_on_timeout": False}
    if api_key:
        options["api_key"] = api_key
    if ca_file:
        options["ca_certs"] = ca_file
    cluster = {"URLS": urls, "INDEX_PREFIX": prefix, "TIMEOUT": timeout, "OPTIONS": options}
    return {
        "default": {"BACKEND": "iccn.config.search_backend", **cluster},
        "database": {"BACKEND": "wagtail.search.backends.database"},
    }
