"""Recording an incident, the warning letter that follows, and a pandverbod, each with its way back (DEV-MTR-519)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import maatregel as maatregelen
from app.db.brief import brief as brieven
from app.db.incident import incident as db
from app.db.incident.incident import Incident, Pandverbod
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.brief.documenten import Formeeldocument
from app.domain.incident.pandverbod import Incidentsoort
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.maatregel.beleid import MaatregelBeleid
from app.services.handeling import Handeling, Opdracht
from app.services.incident.verplaatsen import vraag_verplaatsing
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast

Zin = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Plek = Annotated[str, StringConstraints(min_length=3, max_length=200)]
Kenmerk = Annotated[str, StringConstraints(min_length=3, max_length=200)]
BRIEF: Final = "waarschuwingsbrief_versturen"
WAARSCHUWING: Final = Formeeldocument.WAARSCHUWING_LEIDINGGEVENDE
_TOEKOMST: Final = "Deze dag ligt in de toekomst."


class IncidentOpdracht(Opdracht):
    """Wat er gebeurde. Schrijf feiten op, geen oordeel over de persoon."""

    datum: date = Field(examples=["2026-03-30"])
    soort: Incidentsoort = Field(examples=["fysiek_geweld"])
    locatie: Plek = Field(examples=["Stadskantoor"])
    verslag: Zin = Field(examples=["De klant gooide een stoel naar de balie en schreeuwde."])


class IncidentintrekkingOpdracht(Opdracht):
    """Waarom het verslag niet klopt."""

    reden: Zin = Field(examples=["Het verslag is bij de verkeerde klant vastgelegd."])


class WaarschuwingsbriefverzendingOpdracht(Opdracht):
    """De brief van de leidinggevende; de laatst vastgelegde verzending telt."""

    verzonden_op: date = Field(examples=["2026-03-31"])
    kenmerk: Kenmerk = Field(examples=["2026-WB-0007"])
    brief_id: UUID | None = Field(
        default=None, description="De waarschuwing van de leidinggevende die in deze dienst is gemaakt en verzonden."
    )


class PandverbodOpdracht(Opdracht):
    """Waar de klant niet mag komen; `tot` is de eerste dag waarop het weer mag."""

    locatie: Plek = Field(examples=["Stadskantoor"])
    van: date = Field(examples=["2026-04-01"])
    tot: date = Field(examples=["2026-10-01"])
    reden: Zin = Field(examples=["De medewerkers van de balie voelen zich niet veilig."])


class PandverbodeindeOpdracht(Opdracht):
    """Een eerder einde; op de begindag is het verbod er nooit geweest."""

    tot: date = Field(examples=["2026-06-01"])
    reden: Zin = Field(examples=["De klant bood excuses aan en hield zich aan de afspraken."])


@dataclass(frozen=True)
class Incidentbeeld:
    """An incident with the pandverboden that came of it."""

    incident: Incident
    pandverboden: Sequence[Pandverbod]


def bekijk(h: Handeling, klant_id: UUID) -> list[Incidentbeeld]:
    """Show the incidenten of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return _beelden(h, db.incidenten(h.sessie, klant.id))


def leg_vast_incident(h: Handeling, opdracht: IncidentOpdracht, klant_id: UUID) -> Incidentbeeld:
    """Record an incident and ask the manager for the warning letter (DEV-MTR-519, DEV-MTR-533, DEV-MTR-548)."""
    klant = h.klant(klant_id)
    if opdracht.datum > h.vandaag:
        raise OngeldigeInvoer({"datum": _TOEKOMST})
    rij = Incident(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    maak_taak(h, _brieftaak(h, klant), Bestemming(rij.id, klant))
    leg_vast(h, Soort.INCIDENT_VASTGELEGD, rij, klant, {"datum": rij.datum})
    return _beelden(h, [rij])[0]


def _brieftaak(h: Handeling, klant: Klant) -> TaakVoorstel:
    werkdagen = h.beleid.geldend(MaatregelBeleid, klant.gemeente, h.vandaag).beleid.waarschuwingsbrief_werkdagen
    return TaakVoorstel(
        soort=BRIEF,
        wat="Stuur de klant een waarschuwingsbrief en overweeg een pandverbod.",
        waarom="Na zeer ernstige misdraging volgt een brief van de leidinggevende.",
        rol=Rol.TEAMLEIDER,
        grondslag=productenboek("8"),
        uiterste=tel_werkdagen(h.vandaag, werkdagen.waarde),
    )


def trek_in(h: Handeling, opdracht: IncidentintrekkingOpdracht, incident_id: UUID) -> Incidentbeeld:
    """Withdraw an incident that is not right; its letter is no longer asked for, and its pandverboden end today."""
    rij, klant = _vind(h, incident_id)
    rij.ingetrokken_op, rij.reden_intrekking = h.nu, opdracht.reden
    sluit_taken(h, rij.id, BRIEF, status=Taakstatus.VERVALLEN)
    for verbod in db.pandverboden(h.sessie, [klant.id]):
        if verbod.incident_id == rij.id and verbod.tot > h.vandaag:
            _beeindig(h, klant, verbod, max(verbod.van, h.vandaag), opdracht.reden)
    leg_vast(h, Soort.INCIDENT_INGETROKKEN, rij, klant, {"datum": rij.datum})
    return _beelden(h, [rij])[0]


def leg_brief_vast(h: Handeling, opdracht: WaarschuwingsbriefverzendingOpdracht, incident_id: UUID) -> Incidentbeeld:
    """Record that the warning letter was sent; it closes the taak (DEV-MTR-519)."""
    rij, klant = _vind(h, incident_id)
    if not rij.datum <= opdracht.verzonden_op <= h.vandaag:
        raise OngeldigeInvoer({"verzondenOp": "Geef een dag vanaf het incident tot en met vandaag."})
    if opdracht.brief_id is not None and (fout := _fout_brief(h, rij, opdracht.brief_id, opdracht.verzonden_op)):
        raise OngeldigeInvoer(fout)
    rij.brief_verzonden_op, rij.brief_kenmerk = opdracht.verzonden_op, opdracht.kenmerk
    rij.brief_id = opdracht.brief_id
    sluit_taken(h, rij.id, BRIEF)
    leg_vast(h, Soort.INCIDENT_BRIEF_VERZONDEN, rij, klant, {"verzondenOp": opdracht.verzonden_op})
    return _beelden(h, [rij])[0]


def _fout_brief(h: Handeling, rij: Incident, brief_id: UUID, verzonden_op: date) -> dict[str, str]:
    """Ask that the letter is the warning about this day, sent as its kind asks and on the day that is said."""
    stand = brieven.stand(h.sessie, h.actor, brief_id)
    if stand is None or stand.brief.klant_id != rij.klant_id or stand.brief.soort != WAARSCHUWING:
        return {"briefId": "Dit is geen waarschuwing van de leidinggevende aan deze klant."}
    zaak = maatregelen.zaak(h.sessie, h.actor, stand.brief.onderwerp_id)
    if zaak is None or zaak.gedraging_datum != rij.datum:
        return {"briefId": "Deze waarschuwing gaat over een andere dag dan het incident."}
    if stand.verzending is None:
        return {"briefId": "Leg eerst bij de brief vast wanneer en hoe die is verzonden."}
    if stand.verzending.datum != verzonden_op:
        return {"verzondenOp": "De brief is op een andere dag als verzonden vastgelegd."}
    return {}


def leg_verbod_op(h: Handeling, opdracht: PandverbodOpdracht, incident_id: UUID) -> Incidentbeeld:
    """Close a location to a klant for a while; from then on nothing can be planned there (DEV-MTR-519)."""
    rij, klant = _vind(h, incident_id)
    if opdracht.tot <= opdracht.van:
        raise OngeldigeInvoer({"tot": "Het einde ligt na het begin; `tot` is de eerste dag waarop het weer mag."})
    verbod = Pandverbod(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        incident_id=rij.id,
        **opdracht.model_dump(),
        opgelegd_op=h.nu,
        opgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(verbod)
    vraag_verplaatsing(h, klant, verbod)
    leg_vast(h, Soort.PANDVERBOD_OPGELEGD, verbod, klant, {"van": verbod.van, "tot": verbod.tot})
    return _beelden(h, [rij])[0]


def beeindig_verbod(h: Handeling, opdracht: PandverbodeindeOpdracht, pandverbod_id: UUID) -> Incidentbeeld:
    """End a pandverbod earlier. Raises OngeldigeInvoer for an end that is not earlier."""
    verbod = db.pandverbod(h.sessie, h.actor, pandverbod_id)
    if verbod is None:
        raise NietGevonden("Dit pandverbod is niet gevonden.")
    klant = h.klant(verbod.klant_id)
    h.sessie.refresh(verbod)
    h.controleer_versie(verbod)
    if not verbod.van <= opdracht.tot < verbod.tot:
        raise OngeldigeInvoer({"tot": "Geef een dag vanaf het begin en voor het einde dat nu geldt."})
    _beeindig(h, klant, verbod, opdracht.tot, opdracht.reden)
    return _beelden(h, [h.sessie.get_one(Incident, verbod.incident_id)])[0]


def _beeindig(h: Handeling, klant: Klant, verbod: Pandverbod, tot: date, reden: str) -> None:
    verbod.tot, verbod.reden_einde = tot, reden
    vraag_verplaatsing(h, klant, verbod)
    leg_vast(h, Soort.PANDVERBOD_BEEINDIGD, verbod, klant, {"tot": tot})


def _vind(h: Handeling, incident_id: UUID) -> tuple[Incident, Klant]:
    rij = db.incident(h.sessie, h.actor, incident_id)
    if rij is None:
        raise NietGevonden("Dit incident is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    if rij.ingetrokken_op is not None:
        raise Conflict("Dit incident is ingetrokken.", "incident_ingetrokken")
    return rij, klant


def _beelden(h: Handeling, rijen: Sequence[Incident]) -> list[Incidentbeeld]:
    h.sessie.flush()
    verboden = db.pandverboden(h.sessie, [rij.klant_id for rij in rijen])
    return [Incidentbeeld(rij, [verbod for verbod in verboden if verbod.incident_id == rij.id]) for rij in rijen]
