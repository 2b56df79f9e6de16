"""What a caller can ask about a referral to the participatiemakelaar."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.domain.makelaar.soort import Makelaardoel, Makelaargrond, Makelaarresultaat, Makelaarstap
from app.services.handeling import Opdracht

Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Reden = Annotated[str, StringConstraints(min_length=5, max_length=500)]
Kenmerk = Annotated[str, StringConstraints(min_length=3, max_length=100)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class MakelaarverwijzingOpdracht(Opdracht):
    """De overdracht aan de participatiemakelaar: deel één van het begeleidingsdocument."""

    doel: Makelaardoel = Field(examples=["start_vrijwilligerswerk"])
    gemotiveerd: bool | None = Field(default=None, description="Of de klant dit zelf wil.", examples=[True])
    eigen_kracht_onvoldoende: bool | None = Field(
        default=None, description="Of het de klant alleen niet lukt.", examples=[True]
    )
    grond: Makelaargrond | None = Field(default=None, description="Verplicht bij een klant in Zorgen.")
    overdracht: Tekst = Field(
        description="Wat de makelaar moet weten om te beginnen; niet meer dan nodig.",
        examples=["De klant wil twee ochtenden per week iets doen in een buurthuis en durft niet alleen te gaan."],
    )
    makelaar_id: UUID | None = Field(default=None, description="Zonder keuze wie de minste verwijzingen heeft.")
    start: date | None = Field(default=None, description="Standaard vandaag.")


class MakelaarstapOpdracht(Opdracht):
    """Een gedateerde regel van de makelaar in het begeleidingsdocument."""

    soort: Makelaarstap = Field(examples=["notitie"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    tekst: Annotated[str, StringConstraints(min_length=3, max_length=4000)] = Field(
        examples=["Samen bij het buurthuis langs geweest."]
    )
    vervangt: UUID | None = Field(default=None, description="De regel van dezelfde soort die hiermee is verbeterd.")


class MakelaarverlengingOpdracht(Opdracht):
    """Langer doorgaan, met de reden."""

    tot: date = Field(description="De eerste dag zonder hulp.", examples=["2026-07-01"])
    reden: Reden = Field(examples=["De proefweek is verzet naar juni."])


class MakelaareindverslagOpdracht(Opdracht):
    """Wat het opleverde en wat daarna nodig is: deel drie van het begeleidingsdocument."""

    resultaat: Makelaarresultaat = Field(examples=["vrijwilligerswerk_gestart"])
    terugkoppeling: Tekst = Field(
        examples=["De klant helpt sinds deze maand op dinsdag in de keuken van het buurthuis."]
    )
    aanbevelingen: Tekst = Field(examples=["Vraag in het volgende gesprek of een tweede ochtend past."])
    contract_document_id: UUID | None = Field(default=None, description="Het vrijwilligerscontract in dit dossier.")
    contract_kenmerk: Kenmerk | None = Field(
        default=None, description="De verwijzing naar het contract in de e-suite.", examples=["ESUITE-2026-00012"]
    )


class MakelaarsluitingOpdracht(Opdracht):
    """De verwijzing sluiten met een besliscode, of een besliscode verbeteren."""

    besliscode: Code | None = Field(default=None, examples=["doel_bereikt"])
    reden: Reden | None = Field(default=None, description="Verplicht als de verwijzing al was gesloten.")


class MakelaarintrekkingOpdracht(Opdracht):
    """Waarom de verwijzing niet had moeten worden gedaan."""

    reden: Reden = Field(examples=["Bij de verkeerde klant vastgelegd."])


class MakelaarwisselOpdracht(Opdracht):
    """Een andere makelaar gaat verder."""

    makelaar_id: UUID
    reden: Reden = Field(examples=["De makelaar is langere tijd afwezig."])


class AanbiederberichtOpdracht(Opdracht):
    """Wat een aanbieder na de afronding liet weten; de inkomensconsulent krijgt het."""

    aanbieder: Annotated[str, StringConstraints(min_length=2, max_length=120)] = Field(examples=["Buurthuis De Brug"])
    tekst: Annotated[str, StringConstraints(min_length=3, max_length=2000)] = Field(
        examples=["De klant is al twee weken niet geweest."]
    )
    ontvangen_op: date | None = Field(default=None, description="Standaard vandaag.")


class SpelregelbriefOpdracht(Opdracht):
    """De brief met de spelregels voor vrijwilligerswerk."""

    plek: Annotated[str, StringConstraints(min_length=2, max_length=150, pattern=r"^[^\x00-\x1f]+$")] | None = Field(
        default=None, description="Waar de klant begint, zoals het in de brief komt.", examples=["Buurthuis De Brug"]
    )
    datum: date | None = Field(default=None, description="De dag waarop de brief weg gaat; zonder opgave vandaag.")
