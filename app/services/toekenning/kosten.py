"""The costs of a voorziening on the budget: promised with the besluit that grants it, free when it does not stand.

They stay promised when the voorziening ends: what was agreed with who provides it is due. What turns out otherwise is
corrected on the budget, with the reason.
"""

from __future__ import annotations

from typing import Final

from app.db.klant import Klant
from app.db.toekenning.toekenning import Toekenning
from app.domain.budget.jaren import naar_dagen
from app.domain.budget.stand import Boekstap
from app.services.budget.boeken import Budgetboeking
from app.services.budget.onderwerp import boek_jaren, geef_onderwerp_vrij
from app.services.handeling import Handeling

ONDERWERP: Final = "toekenning"


def boek_kosten(h: Handeling, klant: Klant, rij: Toekenning, *, toegekend: bool) -> None:
    """Promise the costs in each year for its days, or give them free when the besluit does not grant (DEV-FIN-901).

    What an earlier besluit promised that was not sent goes first, for the period may be another one now. Raises
    Geweigerd that names what is left when there is a ceiling and it is reached.
    """
    geef_onderwerp_vrij(h, klant.gemeente, ONDERWERP, rij.id)
    if not toegekend or not rij.kosten:
        return
    per_jaar = naar_dagen(rij.kosten, rij.van, rij.tot) if rij.tot else {rij.van.year: rij.kosten}
    boeking = Budgetboeking(
        gemeente=klant.gemeente,
        regeling=rij.code,
        jaar=rij.van.year,
        bedrag=rij.kosten,
        onderwerp_soort=ONDERWERP,
        onderwerp_id=rij.id,
    )
    boek_jaren(h, Boekstap.VERPLICHTING, boeking, per_jaar)
