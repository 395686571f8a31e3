"""Taking what the checks offer: a mend, one of two questions, or the date of the article."""

from __future__ import annotations

from PySide6.QtCore import QObject

from quizapp.generate.draft_offers import Offer, OfferCode
from quizapp.ui.article_at_hand import AtHand
from quizapp.words import _


class Offers(QObject):
    """Carries out offers on the question at hand."""

    def __init__(self, parent: QObject, page: AtHand) -> None:
        super().__init__(parent)
        self._page = page
        page.checks.took.connect(self._take)

    def _take(self, offer: Offer) -> None:
        page, desk, item = self._page, self._page.desk, self._page.item
        if desk is None or item is None:
            return
        if offer.mend is not None:
            if page.do(desk.mend, item.id, offer.mend):
                page.refresh()
        elif offer.code == OfferCode.INSTEAD:
            if page.do(desk.refuse, offer.other):
                page.said.emit(_("The other question is refused."))
                page.refresh()
        elif offer.code == OfferCode.SEE_OTHER:
            desk.show_red = desk.show_red or all(one.id != offer.other for one in desk.items)
            page.open(offer.other)
        else:
            page.details.emit()
