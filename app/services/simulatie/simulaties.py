"""Policy simulations: asking for one, following it and cancelling it. The worker does the counting."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db.simulatie import simulatie as db
from app.db.simulatie.simulatie import Beleidssimulatie, Simulatiestaat
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.handeling import Handeling, Opdracht
from app.services.simulatie.wijzigingen import Wijzigingen, als_wijziging, keur
from app.services.vastleggen import leg_vast


class BeleidssimulatieOpdracht(Opdracht):
    """Ander beleid over maatregelen, en de besluiten waarop het wordt losgelaten."""

    gemeente: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")] = Field(examples=["GM0150"])
    van: date = Field(description="Besluiten vanaf deze dag, de eerste van een maand.", examples=["2025-01-01"])
    tot: date = Field(description="Tot deze dag, die niet meetelt.", examples=["2026-01-01"])
    wijzigingen: Wijzigingen = Field(examples=[[{"veld": "verlaging_procent.2", "waarde": "20"}]])
    omschrijving: Annotated[str, StringConstraints(min_length=3, max_length=500)] | None = Field(
        default=None, examples=["Categorie 2 van 30 naar 20 procent"]
    )


def vraag_aan(h: Handeling, opdracht: BeleidssimulatieOpdracht) -> Beleidssimulatie:
    """Keep a simulation for the worker. Raises OngeldigeInvoer with everything that is wrong.

    Whole months only: of two periods that differ by a day, the cases of that day could be told.
    """
    _controleer(h, opdracht)
    versie = keur(h, opdracht.gemeente, opdracht.wijzigingen)
    simulatie = Beleidssimulatie(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        gemeente=opdracht.gemeente,
        omschrijving=opdracht.omschrijving,
        van=opdracht.van,
        tot=opdracht.tot,
        wijzigingen=[als_wijziging(wijziging).model_dump(mode="json") for wijziging in opdracht.wijzigingen],
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        staat=Simulatiestaat.GEVRAAGD,
        gevallen=0,
        gedaan=0,
        pogingen=0,
        duur_ms=0,
        tussenstand={},
        codeversie=CODEVERSIE,
        gevraagd_op=h.nu,
        gevraagd_door=h.actor.medewerker_id,
        correlatie_id=h.correlatie_id,
        versie=0,
    )
    h.sessie.add(simulatie)
    inhoud = {
        "gemeente": simulatie.gemeente,
        "van": simulatie.van,
        "tot": simulatie.tot,
        "velden": sorted({als_wijziging(wijziging).hoofdveld for wijziging in opdracht.wijzigingen}),
    }
    leg_vast(h, Soort.BELEIDSSIMULATIE_GEVRAAGD, simulatie, None, inhoud)
    return simulatie


def _controleer(h: Handeling, opdracht: BeleidssimulatieOpdracht) -> None:
    fouten: dict[str, str] = {}
    if opdracht.gemeente not in h.actor.gemeenten:
        fouten["gemeente"] = "Kies een gemeente waarvoor u werkt."
    for veld in ("van", "tot"):
        if getattr(opdracht, veld).day != 1:
            fouten[veld] = "Geef de eerste dag van een maand."
    if opdracht.tot > h.vandaag:
        fouten["tot"] = "Kies een periode die voorbij is."
    elif opdracht.tot <= opdracht.van:
        fouten["tot"] = "Geef een dag na het begin van de periode."
    if fouten:
        raise OngeldigeInvoer(fouten)


def bekijk(h: Handeling, nummer: UUID, *, vergrendel: bool = False) -> Beleidssimulatie:
    """Find a simulation. Raises NietGevonden."""
    gevonden = db.simulatie(h.sessie, h.actor.organisatie, nummer, vergrendel=vergrendel)
    if gevonden is None:
        raise NietGevonden("Deze simulatie is niet gevonden.")
    return gevonden


def annuleer(h: Handeling, nummer: UUID) -> Beleidssimulatie:
    """Stop a simulation; what was counted is forgotten. Raises Conflict when it has ended."""
    simulatie = bekijk(h, nummer, vergrendel=True)
    if simulatie.staat not in db.OPEN:
        raise Conflict("Deze simulatie is al afgerond.", "simulatie_afgerond")
    rond_af(h, simulatie, Simulatiestaat.GEANNULEERD)
    return simulatie


def rond_af(h: Handeling, simulatie: Beleidssimulatie, staat: Simulatiestaat, reden: str | None = None) -> None:
    """End a simulation, and forget the counts in which small numbers still stand."""
    simulatie.staat = staat
    simulatie.reden = reden
    simulatie.afgerond_op = h.nu
    simulatie.tussenstand = {}
    simulatie.plek = None
    leg_vast(h, Soort.BELEIDSSIMULATIE_AFGEROND, simulatie, None, {"staat": staat})
