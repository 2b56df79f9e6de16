"""De tabel met gedragingen, met bij elke gedraging de hele procedure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.beleid.router import Gemeente, Peildatum
from app.api.contract import leest
from app.api.schema import Grondslag, Uit
from app.api.verzoek import lees
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.maatregel.beleid import Gedraging as Rij
from app.domain.maatregel.beleid import MaatregelBeleid, Plicht, Regime
from app.domain.maatregel.stappenplan import Aanleiding, Actie, Oproepkanaal, Processtap, Uitvoerder
from app.services.maatregel import gedragingen as diensten

router = APIRouter(tags=["maatregel"])

Regimekeuze = Annotated[Regime | None, Query(description="Alleen de tabel van deze wet.", examples=["PW"])]


class Gedragingbewijs(Uit):
    """Een stuk dat in het dossier moet zitten."""

    code: str = Field(examples=["bevestiging_werkgever"])
    omschrijving: str
    alleen_bij: str | None = Field(description="Alleen nodig als de zaak dit kenmerk heeft.")
    uit_plan: bool = Field(description="Het plan van aanpak dat op de dag van de gedraging gold, is dit stuk.")
    van_werkgever: bool = Field(description="Een werkgever moet het bevestigen en genoemd zijn.")
    voor_gedraging: bool = Field(description="Het stuk moet van vóór de gedraging zijn.")


class Gedragingstap(Uit):
    """Een stap van de procedure, met wie haar zet, wanneer zij aan de beurt is en binnen welke tijd."""

    nr: int
    actie: Actie
    wat: str
    door: Uitvoerder
    als: Aanleiding | None = Field(description="Wat vastgelegd moet zijn voordat deze stap aan de beurt is.")
    wanneer: str | None
    kanalen: list[Oproepkanaal]
    werkdagen: int | None = Field(description="Streeftermijn in werkdagen voor de werkvoorraad.")
    ten_minste_werkdagen: int | None = Field(description="Volle werkdagen tussen verzending en gesprek.")
    na_maanden: int | None = Field(description="Maanden na het opleggen van de maatregel.")
    optioneel: str | None
    wederhoor_geadviseerd: bool = Field(description="Wederhoor is hier geadviseerd en niet verplicht.")

    @classmethod
    def toon(cls, stap: Processtap, beleid: MaatregelBeleid) -> Self:
        """Show a step with the terms of the municipality."""
        norm = None if stap.werktermijn is None else getattr(beleid.werktermijnen.waarde, stap.werktermijn)
        hersteltermijn = {Actie.HERSTELTERMIJN, Actie.OPNIEUW_INPLANNEN}
        eigen = {"kanalen", "werkdagen", "ten_minste_werkdagen"}
        return cls(
            **{naam: getattr(stap, naam) for naam in cls.model_fields if naam not in eigen},
            kanalen=list(stap.kanalen),
            werkdagen=norm,
            ten_minste_werkdagen=beleid.hersteltermijn_werkdagen.waarde if stap.actie in hersteltermijn else None,
        )


class Gedraging(Uit):
    """Een gedraging: welke plicht, welk bewijs, welke stappen en wat er na de maatregel volgt."""

    code: str = Field(examples=["werkweigering"])
    regel: str = Field(examples=["DEV-MTR-528"])
    regimes: list[Regime]
    omschrijving: str
    plicht: Plicht
    grondslag: Grondslag
    klantgroepen: list[Klantgroep] = Field(description="Waar een verlaging bij deze gedraging hoort.")
    lik_op_stuk: list[Klantgroep] = Field(description="Waar de eerste no-show een vast bedrag kost.")
    uniform: str | None = Field(description="Het onderdeel van artikel 18, lid 4; leeg is: de verordening bepaalt.")
    plan_vereist: bool
    no_shows: int = Field(description="Hoe vaak de klant weg moet zijn gebleven.")
    plan_verplichtingen: list[str]
    kenmerken: list[str] = Field(description="Wat een zaak hierover aan kenmerken kan hebben.")
    ook_voor: list[str]
    voorbeelden: list[str]
    trajecten: list[str]
    omslag_rechtmatigheid: bool = Field(description="Vraag de inkomensconsulent of een onderzoek nodig is.")
    bewijs_verplicht: list[Gedragingbewijs]
    dossier: list[str] = Field(description="Wat meestal in het dossier zit; ontbreken houdt niets tegen.")
    stappen: list[Gedragingstap]
    besluitvorming: list[Gedragingstap] = Field(description="Wat na elke procedure komt: van wederhoor tot bezwaar.")
    daarna: list[Gedragingstap] = Field(description="Wat na de maatregel volgt.")

    @classmethod
    def toon(cls, rij: Rij, beleid: MaatregelBeleid) -> Self:
        """Show one row."""
        plan = beleid.stappenplan(rij)
        delen = {
            "grondslag": Grondslag.van(rij.grondslag),
            "bewijs_verplicht": [Gedragingbewijs(**eis.model_dump()) for eis in rij.bewijs_verplicht],
            "stappen": [Gedragingstap.toon(stap, beleid) for stap in plan.stappen],
            "besluitvorming": [Gedragingstap.toon(stap, beleid) for stap in beleid.besluitvorming().values()],
            "daarna": [Gedragingstap.toon(stap, beleid) for stap in plan.daarna],
        }
        return cls(**dict(_eenvoudig(rij, set(cls.model_fields) - delen.keys())), **delen)


def _eenvoudig(rij: Rij, velden: set[str]) -> Iterator[tuple[str, object]]:
    for naam in velden:
        waarde = getattr(rij, naam)
        yield naam, list(waarde) if isinstance(waarde, tuple) else waarde


class Gedragingen(Uit):
    """De gedragingen die op een dag gelden."""

    gemeente: str
    peildatum: date
    pakket: str = Field(description="Het beleid waarin de tabel staat.")
    gedragingen: list[Gedraging]

    @classmethod
    def van(cls, tabel: diensten.Gedragingentabel) -> Self:
        """Show the table in its own order."""
        return cls(
            gemeente=tabel.gemeente,
            peildatum=tabel.peildatum,
            pakket=tabel.pakket,
            gedragingen=[Gedraging.toon(rij, tabel.beleid) for rij in tabel.rijen],
        )


@router.get("/gedragingen", **leest(Gedragingen, "Gedragingen met hun procedure", *Rol, doel="Raadplegen van beleid"))
def geef_gedragingen(
    request: Request, gemeente: Gemeente, peildatum: Peildatum = None, regime: Regimekeuze = None
) -> Response:
    """Geef per wet de gedragingen met plicht, bewijs, stappen en termijnen, zoals zij op een dag gelden."""
    return lees(request, lambda h: diensten.bekijk(h, gemeente, peildatum, regime), toon=Gedragingen.van)
