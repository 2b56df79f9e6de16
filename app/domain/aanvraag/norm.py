"""The norm of who has a right next to a partner who has none (Participatiewet, article 24)."""

from __future__ import annotations

from decimal import Decimal

from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import pw
from app.domain.kern.norm import Leeftijdsgroep, Leefvorm, NormBeleid, NormFeiten, NormUitkomst, bijstandsnorm


def norm_naast_partner(
    groep: Leeftijdsgroep, partner: Leeftijdsgroep, medebewoners: int, beleid: NormBeleid, procent: Decimal
) -> NormUitkomst:
    """Return ``procent`` of the norm that would hold with a partner of the same age who has a right.

    With kostendelende medebewoners that comes to the kostendelersnorm per person of article 22a, in which a partner
    under 21 does not count: BeleidOntbreekt for that, and where the norm itself is not known.
    """
    if medebewoners and partner is Leeftijdsgroep.VAN_18_TM_20:
        raise BeleidOntbreekt("De kostendelersnorm naast een partner van 18, 19 of 20 jaar is niet ingelezen.")
    samen = NormFeiten(
        leefvorm=Leefvorm.GEHUWD,
        leeftijdsgroep=groep,
        partner_leeftijdsgroep=groep,
        kostendelende_medebewoners=medebewoners,
    )
    heel = bijstandsnorm(samen, beleid)
    bedrag = procent_van(heel.bedrag, procent)
    grondslag = pw("22a", "1") if medebewoners else pw("24")
    tekst = (
        f"De partner heeft geen recht: {procent.normalize():f} % van {euro(heel.bedrag)} is {euro(bedrag)} per maand."
    )
    velden = {"bedrag": bedrag, "vakantietoeslag": procent_van(heel.vakantietoeslag, procent)}
    return heel.model_copy(update=velden | {"grondslag": grondslag, "toelichting": tekst})
