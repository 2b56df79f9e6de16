"""What can be asked around a change of klantgroep and a traject."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from app.domain.indeling.overweging import Overweeguitkomst, Wisselaanleiding
from app.domain.indeling.traject import Trajectresultaat
from app.services.handeling import Opdracht, Wijziging
from app.services.indeling.opdrachten import Driegesprek, Tekst, Zin


class OverweegOpdracht(Opdracht):
    """Een ontwikkeling waardoor een andere klantgroep misschien beter past."""

    aanleiding: Wisselaanleiding = Field(
        examples=[Wisselaanleiding.ONTWIKKELING],
        description="Wat uit activiteiten of een traject volgt, opent de dienst zelf.",
    )
    omschrijving: Tekst | None = Field(default=None, examples=["De klant is veel minder belastbaar."])


class OnderzoekOpdracht(Wijziging):
    """Aanvullend onderzoek door de bedrijfsarts; alleen wat de klant kan, geen medische gegevens."""

    onderzoek_gevraagd_op: date | None = Field(default=None, examples=["2026-03-31"])
    onderzoek_ontvangen_op: date | None = None
    onderzoek_advies: Tekst | None = None


class BeoordelingOpdracht(Opdracht):
    """De uitkomst: wisselen of niet, met de motivering."""

    uitkomst: Overweeguitkomst = Field(examples=[Overweeguitkomst.NIET_WISSELEN])
    motivering: Tekst = Field(examples=["De klant heeft eerst rust nodig."])


class TrajectOpdracht(Opdracht):
    """Een traject toewijzen; zonder gepland einde rekent de dienst met de langste duur."""

    code: str = Field(pattern="^[a-z_]{2,50}$", examples=["career_and_kids"])
    start: date = Field(examples=["2026-04-07"])
    gepland_einde: date | None = Field(default=None, examples=["2026-06-02"])


class TrajecteindeOpdracht(Opdracht):
    """Hoe een traject is afgelopen."""

    geeindigd_op: date = Field(examples=["2026-03-31"])
    resultaat: Trajectresultaat = Field(examples=[Trajectresultaat.BLIJFT_IN_KLANTGROEP])
    toelichting: Zin | None = None


class KlantoverdrachtOpdracht(Driegesprek):
    """Het driegesprek na een wissel, of waarom het niet nodig is; daarna gaat de klant over."""

    gehouden_op: date | None = Field(default=None, examples=["2026-03-31"])
    verslag: Tekst | None = Field(default=None, description="Wat de nieuwe consulent moet weten.")


class VerlengingOpdracht(Opdracht):
    """Waarom de klant langer in Matchen blijft."""

    motivering: Tekst = Field(examples=["De klant heeft bijna werk; er is alleen meer tijd nodig."])
