"""Herberekenen: a new besluit after a change, and the yearly one of 1 January (Participatiewet 10d, lid 6 and 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluitstand, Besluitstatus
from app.db.klant import Klant
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Subsidietermijn, Termijnstand
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import BeleidOntbreekt, Conflict, NietGevonden
from app.domain.kern.grondslag import pw
from app.domain.subsidie.model import Regelingcode, Subsidiedictum
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.subsidierekenaars import EINDE
from app.services.handeling import Handeling
from app.services.loonkosten.baan import baan
from app.services.loonkosten.erbij import Tijdvak, bereken_voor
from app.services.loonkosten.opdrachten import LksHerberekeningOpdracht, LksJaarrondeOpdracht
from app.services.loonkosten.regeling import LksSubsidiefeiten
from app.services.loonkosten.taken import Taaksoort
from app.services.subsidie import taken as subsidietaken
from app.services.subsidie.feiten import als_bron, verzamel
from app.services.subsidie.lezen import vind
from app.services.taak import sluit_taken


@dataclass(frozen=True)
class Jaaruitkomst:
    """What the yearly run did with one subsidie: the amount of a month before and after, or why not."""

    subsidie_id: UUID
    besluit_id: UUID | None
    oud: int | None
    nieuw: int | None
    reden: str | None


def herbereken(h: Handeling, opdracht: LksHerberekeningOpdracht, subsidie_id: UUID) -> Besluitstand:
    """Decide again on what was granted, with the hours, job and loonwaarde as they are known now.

    The new besluit takes the place of the last one, for all of its months. Raises Conflict while another is on its way.
    """
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    laatste = _laatste(h, rij)
    vorige = LksSubsidiefeiten.model_validate(laatste.besluit.feiten)
    anders: dict[str, Any] = {"vorig_bedrag": vorige.vorig_bedrag}
    besluit = _beslis(
        h, klant, rij, Tijdvak(vorige.vanaf), opdracht.motivering, anders | {"vervangt": laatste.besluit.id}
    )
    sluit_taken(h, rij.id, Taaksoort.HERBEREKENEN)
    return Besluitstand(besluit, None, None)


def jaarronde(h: Handeling, opdracht: LksJaarrondeOpdracht) -> list[Jaaruitkomst]:
    """Determine every running loonkostensubsidie anew per 1 January, ambtshalve, with the amount before and after.

    What was determined for that year already, or cannot be yet, is left out with the reason.
    """
    uitkomsten = []
    for subsidie_id in db.lopende(h.sessie, h.actor, Regelingcode.LOONKOSTENSUBSIDIE):
        rij, klant = vind(h, subsidie_id, vergrendel=True)
        if rij.stand is Subsidiestand.TOEGEKEND:
            uitkomsten.append(_per_januari(h, klant, rij, opdracht.jaar))
    return uitkomsten


def _per_januari(h: Handeling, klant: Klant, rij: Subsidie, jaar: int) -> Jaaruitkomst:
    januari = date(jaar, 1, 1)
    eerdere = [t for t in _geldend(h, rij) if t.maand is not None]
    if any(t.maand.year >= jaar for t in eerdere if t.maand):
        return Jaaruitkomst(rij.id, None, None, None, "Voor dit jaar is al beslist.")
    oud = max(eerdere, key=lambda t: t.maand or januari).bedrag if eerdere else None
    reden = f"Elk jaar stellen wij de loonkostensubsidie per {datum_voluit(januari)} opnieuw vast ({pw('10d', '7')})."
    try:
        _laatste(h, rij)
        tijdvak = Tijdvak(januari, date(jaar + 1, 1, 1))
        besluit = _beslis(h, klant, rij, tijdvak, reden, {"vorig_bedrag": oud})
    except (BeleidOntbreekt, Conflict, NietGevonden) as fout:
        waarom = " ".join([fout.melding, *(toets.toelichting for toets in getattr(fout, "toetsen", ()))])
        return Jaaruitkomst(rij.id, None, oud, None, waarom)
    nieuw = besluit.beslissing["betaalschema"]["termijnen"][0]["bedrag"] if besluit.beslissing["betaalschema"] else 0
    return Jaaruitkomst(rij.id, besluit.id, oud, nieuw, None)


def _beslis(
    h: Handeling, klant: Klant, rij: Subsidie, tijdvak: Tijdvak, motivering: str, anders: dict[str, Any]
) -> Besluit:
    assert rij.dienstverband_id is not None
    dossier = verzamel(h, klant, rij, motivering=motivering)
    berekend = bereken_voor(h, klant, baan(h, rij.dienstverband_id), tijdvak)
    nummer = max((termijn.nummer for termijn in db.termijnen(h.sessie, [rij.id])), default=0) + 1
    vervangt = anders.pop("vervangt", None)
    voorstel = Besluitvoorstel(
        soort=rij.regeling.value,
        onderwerp=rij,
        feiten=dossier.feiten.model_copy(update=berekend.velden | anders | {"eerste_nummer": nummer}),
        versie=dossier.versie,
        peildatum=h.vandaag,
        bronnen=tuple(map(als_bron, berekend.bronnen)),
        motivering=motivering,
        vervangt=vervangt,
    )
    besluit = neem(h, klant, voorstel)
    subsidietaken.vraag(h, klant, rij, subsidietaken.Taaksoort.TOETSING)
    return besluit


def _laatste(h: Handeling, rij: Subsidie) -> Besluitstand:
    """Return the besluit that holds now, also one that refused. Raises Conflict if nothing runs, or one is coming."""
    alle = besluiten.besluiten_over(h.sessie, [rij.id])
    standen = (s for s in alle if s.besluit.soort == rij.regeling.value)
    eigen = [stand for stand in standen if stand.status is not Besluitstatus.AFGEKEURD]
    einde = any(s.besluit.soort == EINDE and s.bekendmaking for s in alle)
    geweigerd = bool(eigen) and eigen[-1].besluit.dictum == Subsidiedictum.AFWIJZEN and not einde
    loopt = rij.stand is Subsidiestand.TOEGEKEND or (rij.stand is Subsidiestand.BEEINDIGD and geweigerd)
    if rij.regeling is not Regelingcode.LOONKOSTENSUBSIDIE or not loopt:
        raise Conflict("Hier loopt geen loonkostensubsidie.", "loopt_niet")
    if eigen[-1].status is not Besluitstatus.BEKENDGEMAAKT:
        raise Conflict("Er is al een nieuw besluit onderweg.", "besluit_onderweg")
    return eigen[-1]


def _geldend(h: Handeling, rij: Subsidie) -> list[Subsidietermijn]:
    return [t for t in db.termijnen(h.sessie, [rij.id]) if t.stand is not Termijnstand.VERVALLEN]
