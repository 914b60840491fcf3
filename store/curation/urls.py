from django.urls import path, register_converter

from store.curation import views, writing
from store.curation.appeals import views as appeal_views
from store.curation.bulk import views as bulk_views
from store.curation.changes import views as change_views
from store.curation.fields import CHECK, ORDER


class StepName:
    """The steps before the last look."""

    regex = "|".join(name for name in ORDER if name != CHECK)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(StepName, "step")

app_name = "curation"
urlpatterns = [
    path("", views.home, name="home"),
    path("impor/", bulk_views.begin, name="import_begin"),
    path("impor/templat.xlsx", bulk_views.template, name="import_template"),
    path("impor/<int:sheet_id>/", bulk_views.sheet, name="import"),
    path("impor/<int:sheet_id>/perlu-diperbaiki.xlsx", bulk_views.mend, name="import_mend"),
    path("perubahan/", change_views.changes, name="changes"),
    path("perubahan/<str:upc>/mulai/", change_views.begin, name="begin_change"),
    path("perubahan/<int:change_id>/", change_views.change, name="change"),
    path("perubahan/<int:change_id>/tulis/", change_views.write, name="write_change"),
    path("perubahan/<int:change_id>/kirim/", change_views.send, name="send_change"),
    path("perubahan/<int:change_id>/tarik/", change_views.withdraw, name="withdraw_change"),
    path("perubahan/<int:change_id>/foto/tambah/", change_views.add_pictures, name="add_to_change"),
    path(
        "perubahan/<int:change_id>/foto/<int:picture_id>/", change_views.change_picture, name="move_in_change"
    ),
    path("pengajuan/baru/", views.begin, name="begin"),
    path("pengajuan/<int:submission_id>/", views.status, name="submission"),
    path("pengajuan/<int:submission_id>/foto/tambah/", writing.add_pictures, name="add_pictures"),
    path("pengajuan/<int:submission_id>/foto/<int:entry_id>/", writing.change_picture, name="change_picture"),
    path("pengajuan/<int:submission_id>/salin/", appeal_views.copy, name="copy"),
    path("pengajuan/<int:submission_id>/keberatan/", appeal_views.appeal, name="appeal"),
    path("pengajuan/<int:submission_id>/tarik/", views.withdraw, name="withdraw"),
    path(f"pengajuan/<int:submission_id>/{CHECK}/", writing.check, name="check"),
    path("pengajuan/<int:submission_id>/<step:name>/", writing.step, name="step"),
]
