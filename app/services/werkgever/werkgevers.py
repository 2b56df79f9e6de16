"""Employers: registering one once, finding it again, correcting, ending, and merging what was entered twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic.alias_generators import to_camel
from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.taak import Taakstatus
from app.db.werkgever import werkgever as db
from app.db.werkgever.werkgever import (
    Ibanstand,
    Ibanwijziging,
    Vestiging,
    Werkgever,
    Werkgevercontact,
    Werkgeverstand,
    Werkgeverwoord,
)
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.werkgever.nummers import zoekwoorden
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast
from app.services.werkgever.invoer import (
    WerkgeverbeeindigingOpdracht,
    WerkgeverheropeningOpdracht,
    WerkgeverOpdracht,
    WerkgeverzoekOpdracht,
    WijzigWerkgeverOpdracht,
)

HOOGSTENS = 20
_VERPLICHT = ("kvk_nummer", "naam")


@dataclass(frozen=True)
class Werkgeverbeeld:
    """An employer with vestigingen, contacts and proposed bank accounts."""

    werkgever: Werkgever
    vestigingen: Sequence[Vestiging]
    contacten: Sequence[Werkgevercontact]
    ibanwijzigingen: Sequence[Ibanwijziging]


def werkgever(h: Handeling, werkgever_id: UUID, *, vergrendel: bool = False) -> Werkgever:
    """Find an employer of the own organisation. Raises NietGevonden when there is none."""
    rij = db.werkgever(h.sessie, h.actor, werkgever_id, vergrendel=vergrendel)
    if rij is None:
        raise NietGevonden("Deze werkgever is niet gevonden.")
    return rij


def actieve_werkgever(h: Handeling, werkgever_id: UUID) -> Werkgever:
    """Find and lock an employer that is active, for a change. Raises Conflict for one that ended."""
    rij = werkgever(h, werkgever_id, vergrendel=True)
    if rij.stand is not Werkgeverstand.ACTIEF:
        raise Conflict("Deze werkgever is beëindigd; heropen hem eerst.", "werkgever_beeindigd")
    return rij


def registreer(h: Handeling, opdracht: WerkgeverOpdracht) -> Werkgeverbeeld:
    """Register an employer. Raises Conflict when the KvK-nummer is known already."""
    _controleer(h, opdracht.kvk_nummer, opdracht.accountmanager_id)
    rij = Werkgever(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        **opdracht.model_dump(),
        stand=Werkgeverstand.ACTIEF,
        geregistreerd_op=h.nu,
        geregistreerd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    h.sessie.flush()
    _maak_vindbaar(h, rij)
    leg_vast(h, Inzetsoort.WERKGEVER_GEREGISTREERD, rij, None, {"stand": rij.stand})
    return beeld(h, rij)


def _controleer(
    h: Handeling, kvk_nummer: str | None, accountmanager_id: UUID | None, eigen: UUID | None = None
) -> None:
    if (
        accountmanager_id is not None
        and organisaties.medewerker(h.sessie, h.actor.organisatie, accountmanager_id) is None
    ):
        raise OngeldigeInvoer({"accountmanagerId": "Deze medewerker is niet bekend."})
    bekend = db.met_kvk_nummer(h.sessie, h.actor, kvk_nummer) if kvk_nummer else None
    if bekend is not None and bekend.id != eigen:
        raise Conflict("Onder dit KvK-nummer is al een werkgever bekend; zoek die op.", "werkgever_bestaat")


def _maak_vindbaar(h: Handeling, rij: Werkgever) -> None:
    """Keep the words of the name; those of an earlier name stay, for who still knows it so."""
    for woord in sorted(set(zoekwoorden(rij.naam)) - db.woorden_van(h.sessie, rij.id)):
        h.sessie.add(Werkgeverwoord(id=uuid7(), organisatie=rij.organisatie, werkgever_id=rij.id, woord=woord))


def wijzig(h: Handeling, opdracht: WijzigWerkgeverOpdracht, werkgever_id: UUID) -> Werkgeverbeeld:
    """Correct or complete an employer; the event names the fields, not their values."""
    rij = actieve_werkgever(h, werkgever_id)
    h.controleer_versie(rij)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    controleer_gevuld(gewijzigd, _VERPLICHT)
    _controleer(h, opdracht.kvk_nummer, opdracht.accountmanager_id, rij.id)
    neem_over(rij, gewijzigd)
    _maak_vindbaar(h, rij)
    leg_vast(h, Inzetsoort.WERKGEVER_GEWIJZIGD, rij, None, {"velden": sorted(map(to_camel, gewijzigd))})
    return beeld(h, rij)


def controleer_gevuld(gewijzigd: dict[str, Any], verplicht: Sequence[str]) -> None:
    """Refuse to empty what must be there."""
    if leeg := [veld for veld in verplicht if gewijzigd.get(veld, "") is None]:
        raise OngeldigeInvoer({to_camel(veld): "Dit veld kan niet leeg." for veld in leeg})


def neem_over(rij: Any, gewijzigd: dict[str, Any]) -> None:
    """Set the fields that were named."""
    for veld, waarde in gewijzigd.items():
        setattr(rij, veld, waarde)


def beeindig(h: Handeling, opdracht: WerkgeverbeeindigingOpdracht, werkgever_id: UUID) -> Werkgeverbeeld:
    """End an employer; when it turned out to be another one, its vestigingen and contacts go there.

    Both rows are locked in the order of their id, so that nobody waits in a ring.
    """
    for nummer in sorted({werkgever_id, opdracht.opgegaan_in or werkgever_id}):
        db.werkgever(h.sessie, h.actor, nummer, vergrendel=True)
    rij = actieve_werkgever(h, werkgever_id)
    h.controleer_versie(rij)
    rij.stand, rij.reden_einde = Werkgeverstand.BEEINDIGD, opdracht.reden
    _wijs_rekening_af(h, rij)
    if opdracht.opgegaan_in is not None:
        _voeg_samen(h, rij, opdracht.opgegaan_in)
    leg_vast(h, Inzetsoort.WERKGEVER_BEEINDIGD, rij, None, {"stand": rij.stand, "opgegaanIn": rij.opgegaan_in})
    return beeld(h, rij)


def _wijs_rekening_af(h: Handeling, rij: Werkgever) -> None:
    """Refuse an account that was proposed and not checked: nobody can judge it any more, so its taak lapses."""
    for voorstel in db.ibanwijzigingen(h.sessie, rij.id):
        if voorstel.stand is Ibanstand.VOORGESTELD:
            voorstel.stand, voorstel.bevinding = Ibanstand.AFGEWEZEN, "De werkgever is beëindigd."
            voorstel.beoordeeld_door, voorstel.beoordeeld_op = h.actor.medewerker_id, h.nu
            sluit_taken(h, voorstel.id, status=Taakstatus.VERVALLEN)
            inhoud = {"werkgeverId": rij.id, "stand": voorstel.stand}
            leg_vast(h, Inzetsoort.IBANWIJZIGING_BEOORDEELD, voorstel, None, inhoud)


def _voeg_samen(h: Handeling, rij: Werkgever, naar_id: UUID) -> None:
    naar = db.werkgever(h.sessie, h.actor, naar_id)
    if naar is None or naar.id == rij.id or naar.stand is not Werkgeverstand.ACTIEF:
        raise OngeldigeInvoer({"opgegaanIn": "Geef een andere werkgever die actief is."})
    rij.stand, rij.opgegaan_in = Werkgeverstand.OPGEGAAN, naar.id
    delen: list[Vestiging | Werkgevercontact] = [*db.vestigingen(h.sessie, rij.id), *db.contacten(h.sessie, rij.id)]
    for deel in delen:
        deel.werkgever_id = naar.id
        deel.versie += 1
    leg_vast(h, Inzetsoort.WERKGEVER_GEWIJZIGD, naar, None, {"velden": ["contacten", "vestigingen"]})


def heropen(h: Handeling, opdracht: WerkgeverheropeningOpdracht, werkgever_id: UUID) -> Werkgeverbeeld:
    """Make an employer active again that was ended by mistake; what went to another employer stays there."""
    rij = werkgever(h, werkgever_id, vergrendel=True)
    h.controleer_versie(rij)
    if rij.stand is Werkgeverstand.ACTIEF:
        raise Conflict("Deze werkgever is al actief.", "werkgever_actief")
    rij.stand, rij.reden_einde, rij.opgegaan_in = Werkgeverstand.ACTIEF, None, None
    rij.reden_heropening = opdracht.reden
    leg_vast(h, Inzetsoort.WERKGEVER_HEROPEND, rij, None, {"stand": rij.stand})
    return beeld(h, rij)


def zoek(h: Handeling, opdracht: WerkgeverzoekOpdracht) -> list[Werkgever]:
    """Find employers by KvK-nummer or by the begin of words of the name, at most twenty."""
    if opdracht.kvk_nummer is not None:
        gevonden = db.met_kvk_nummer(h.sessie, h.actor, opdracht.kvk_nummer)
        return [gevonden] if gevonden else []
    woorden = zoekwoorden(opdracht.naam or "")
    if not woorden:
        raise OngeldigeInvoer({"naam": "Geef een KvK-nummer of (het begin van) een woord van de naam."})
    return db.zoek(h.sessie, h.actor, woorden, HOOGSTENS)


def bekijk(h: Handeling, werkgever_id: UUID) -> Werkgeverbeeld:
    """Show an employer."""
    return beeld(h, werkgever(h, werkgever_id))


def beeld(h: Handeling, rij: Werkgever) -> Werkgeverbeeld:
    """Put together what is known of an employer, with a fixed number of queries."""
    h.sessie.flush()
    return Werkgeverbeeld(
        rij,
        db.vestigingen(h.sessie, rij.id),
        db.contacten(h.sessie, rij.id),
        db.ibanwijzigingen(h.sessie, rij.id),
    )
