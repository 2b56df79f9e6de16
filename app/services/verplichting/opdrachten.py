"""What can be asked in the room verplichting."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.verplichting.feiten import Nadereplicht, Ontheffingsoort, Onthevenplicht
from app.services.handeling import Opdracht

Kenmerk = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=2000)]


class VolgensBesluitOpdracht(Opdracht):
    """Een besluit dat elders is genomen, met de dagen waarop het geldt; `tot` hoort er niet meer bij."""

    besluit_kenmerk: Kenmerk = Field(examples=["2026-B-00417"])
    besluit_datum: date = Field(examples=["2026-03-30"], description="De dag waarop het besluit is verzonden.")
    van: date = Field(examples=["2026-04-01"])
    tot: date | None = Field(default=None, examples=["2027-04-01"])


class OntheffingOpdracht(VolgensBesluitOpdracht):
    """Een ontheffing. De redenen staan in het besluit en worden hier niet bewaard."""

    soort: Ontheffingsoort = Field(examples=["tijdelijk"])
    plichten: list[Onthevenplicht] = Field(
        default_factory=list,
        max_length=3,
        examples=[["arbeidsplicht"]],
        description="Alleen bij een tijdelijke ontheffing te kiezen; anders volgen zij uit de wet.",
    )
    kind_geboren_op: date | None = Field(default=None, description="Van het jongste kind; bij alleenstaande ouder.")


class NadereVerplichtingOpdracht(VolgensBesluitOpdracht):
    """Een extra verplichting van artikel 55."""

    soort: Nadereplicht = Field(examples=["arbeidsinschakeling"])
    inhoud: Tekst = Field(examples=["De klant volgt de training Werkfit van KonnecteD tot en met de laatste les."])
    advies_arts_op: date | None = Field(default=None, description="Verplicht bij een medische behandeling.")


class VerplichtingeindeOpdracht(Opdracht):
    """Eerder einde; `tot` is de eerste dag waarop het niet meer geldt."""

    tot: date = Field(examples=["2026-10-01"])
    reden: Zin = Field(examples=["De situatie van de klant is veranderd."])


class VerplichtingintrekkingOpdracht(Opdracht):
    """Waarom de vastlegging niet klopte; zij telt dan nergens meer mee."""

    reden: Zin = Field(examples=["Bij de verkeerde klant vastgelegd."])


class OntheffingbeoordelingOpdracht(Opdracht):
    """De halfjaarlijkse beoordeling van de ontheffing van een alleenstaande ouder."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    past_nog: bool = Field(examples=[True])
    toelichting: Tekst = Field(examples=["De scholing loopt volgens plan; de ontheffing past nog."])
