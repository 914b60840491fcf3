"""What people are told when they may not look after the search."""

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Refusal


class WordsClosedToYou(Refusal):
    code = "words_closed_to_you"
    message = _("Kata-kata pencarian dirawat oleh kurator dan editor.")
    what_next = _("Sampaikan kata yang menurut Anda kurang kepada kurator.")
