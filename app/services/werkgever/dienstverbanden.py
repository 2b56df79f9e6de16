"""Dienstverbanden: recorded with their conditions, changed from a day on, corrected, ended, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from pydantic.alias_generators import to_camel
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.werkgever import dienstverband as db
from app.db.werkgever.dienstverband import Arbeidsvoorwaarden, Dienstverband
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.werkgever import dienstverband as domein
from app.domain.werkgever.dienstverband import (
    Dienstverbandfeiten,
    fouten_periode,
    fouten_voorwaarden,
)
from app.services.handeling import Handeling
from app.services.loonkosten.signaal import vraag_herberekening
from app.services.vastleggen import leg_vast
from app.services.werkgever.dienstverbandinvoer import (
    ArbeidsvoorwaardenOpdracht,
    DienstverbandeindeOpdracht,
    DienstverbandintrekkingOpdracht,
    DienstverbandOpdracht,
    Voorwaardenvelden,
    WijzigDienstverbandOpdracht,
)
from app.services.werkgever.vestigingen import actieve_vestiging
from app.services.werkgever.werkgevers import controleer_gevuld, neem_over

BIJ_INTREKKING: Final[list[Callable[[Handeling, Klant, UUID], None]]] = []
"""What other rooms do when a dienstverband turns out never to have been, such as holding payments."""


@dataclass(frozen=True)
class Dienstverbandbeeld:
    """A dienstverband with its conditions, oldest first."""

    rij: Dienstverband
    voorwaarden: Sequence[Arbeidsvoorwaarden]


def dienstverband(h: Handeling, dienstverband_id: UUID) -> Dienstverbandfeiten:
    """Return what is known of a dienstverband of a readable klant, for other rooms.

    Raises NietGevonden when there is none, or when it was taken back.
    """
    rij = db.dienstverband(h.sessie, h.actor, dienstverband_id)
    if rij is None or rij.ingetrokken_op is not None:
        raise NietGevonden("Dit dienstverband is niet gevonden.")
    return feiten(h, [rij])[0]


def dienstverbanden_van(h: Handeling, klant_id: UUID) -> tuple[Dienstverbandfeiten, ...]:
    """Return the dienstverbanden of a klant that were not taken back, oldest first, for other rooms."""
    return feiten(h, [rij for rij in db.van_klant(h.sessie, klant_id) if rij.ingetrokken_op is None])


def feiten(h: Handeling, rijen: Sequence[Dienstverband]) -> tuple[Dienstverbandfeiten, ...]:
    """Make the facts of rows, with two queries for all of them."""
    h.sessie.flush()
    werkgevers = db.werkgevers_van(h.sessie, {rij.vestiging_id for rij in rijen})
    voorwaarden = db.voorwaarden(h.sessie, [rij.id for rij in rijen])
    zelfde = ("id", "klant_id", "vestiging_id", "functie", "soort", "van", "tot", "uitzendbeding", "einde_reden")
    return tuple(
        Dienstverbandfeiten(
            **{naam: getattr(rij, naam) for naam in zelfde},
            werkgever_id=werkgevers[rij.vestiging_id],
            voorwaarden=tuple(_feit(v) for v in voorwaarden if v.dienstverband_id == rij.id),
        )
        for rij in rijen
    )


def _feit(rij: Arbeidsvoorwaarden) -> domein.Arbeidsvoorwaarden:
    return domein.Arbeidsvoorwaarden(**{naam: getattr(rij, naam) for naam in domein.Arbeidsvoorwaarden.model_fields})


def leg_dienstverband_vast(h: Handeling, opdracht: DienstverbandOpdracht, klant_id: UUID) -> Dienstverbandbeeld:
    """Record a dienstverband of a klant with the conditions from its first day on."""
    klant = h.klant(klant_id)
    actieve_vestiging(h, opdracht.vestiging_id)
    eerste = ArbeidsvoorwaardenOpdracht(vanaf=opdracht.van, **_voorwaarden(opdracht))
    _weiger(fouten_periode(opdracht.soort, opdracht.van, opdracht.tot) | _fouten(eerste))
    rij = Dienstverband(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude=set(Voorwaardenvelden.model_fields)),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    h.sessie.flush()
    _schrijf_voorwaarden(h, rij, eerste)
    inhoud: dict[str, Any] = {"van": rij.van, "tot": rij.tot, "soort": rij.soort, "vestigingId": rij.vestiging_id}
    leg_vast(h, Inzetsoort.DIENSTVERBAND_VASTGELEGD, rij, klant, inhoud)
    return _beelden(h, [rij])[0]


def _voorwaarden(opdracht: Voorwaardenvelden) -> dict[str, Any]:
    return {naam: getattr(opdracht, naam) for naam in Voorwaardenvelden.model_fields}


def _fouten(opdracht: ArbeidsvoorwaardenOpdracht) -> dict[str, str]:
    return fouten_voorwaarden(domein.Arbeidsvoorwaarden(vanaf=opdracht.vanaf, **_voorwaarden(opdracht)))


def _weiger(fouten: dict[str, str]) -> None:
    if fouten:
        raise OngeldigeInvoer(fouten)


def _schrijf_voorwaarden(h: Handeling, rij: Dienstverband, opdracht: ArbeidsvoorwaardenOpdracht) -> None:
    h.sessie.add(
        Arbeidsvoorwaarden(
            id=uuid7(),
            organisatie=rij.organisatie,
            klant_id=rij.klant_id,
            dienstverband_id=rij.id,
            **opdracht.model_dump(),
            vastgelegd_op=h.nu,
            vastgelegd_door=h.actor.medewerker_id,
        )
    )


def wijzig_voorwaarden(
    h: Handeling, opdracht: ArbeidsvoorwaardenOpdracht, dienstverband_id: UUID
) -> Dienstverbandbeeld:
    """Record other conditions from a day on, or correct those of that day."""
    rij, klant = _vind(h, dienstverband_id)
    fouten = _fouten(opdracht)
    if opdracht.vanaf < rij.van or (rij.tot is not None and opdracht.vanaf >= rij.tot):
        fouten["vanaf"] = "Geef een dag binnen het dienstverband."
    _weiger(fouten)
    _schrijf_voorwaarden(h, rij, opdracht)
    leg_vast(h, Inzetsoort.DIENSTVERBAND_VOORWAARDEN_GEWIJZIGD, rij, klant, {"vanaf": opdracht.vanaf})
    vraag_herberekening(h, klant, rij.id)
    return _beelden(h, [rij])[0]


def corrigeer(h: Handeling, opdracht: WijzigDienstverbandOpdracht, dienstverband_id: UUID) -> Dienstverbandbeeld:
    """Correct what was recorded wrongly; a begin that was wrong is taken back and recorded again."""
    rij, klant = _vind(h, dienstverband_id)
    h.controleer_versie(rij)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    controleer_gevuld(gewijzigd, ("vestiging_id", "functie", "soort"))
    if opdracht.vestiging_id is not None:
        actieve_vestiging(h, opdracht.vestiging_id)
    if "tot" in gewijzigd and rij.einde_reden is not None:
        raise Conflict(
            "Dit dienstverband is beëindigd; verbeter het einde bij de beëindiging.", "dienstverband_beeindigd"
        )
    _weiger(fouten_periode(gewijzigd.get("soort", rij.soort), rij.van, gewijzigd.get("tot", rij.tot)))
    neem_over(rij, gewijzigd)
    leg_vast(h, Inzetsoort.DIENSTVERBAND_GEWIJZIGD, rij, klant, {"velden": sorted(map(to_camel, gewijzigd))})
    vraag_herberekening(h, klant, rij.id)
    return _beelden(h, [rij])[0]


def beeindig(h: Handeling, opdracht: DienstverbandeindeOpdracht, dienstverband_id: UUID) -> Dienstverbandbeeld:
    """Record the end of a dienstverband with its reason, or correct it. The event does not tell the reason."""
    rij, klant = _vind(h, dienstverband_id)
    h.controleer_versie(rij)
    _weiger(fouten_periode(rij.soort, rij.van, opdracht.tot))
    rij.tot, rij.einde_reden, rij.einde_toelichting = opdracht.tot, opdracht.reden, opdracht.toelichting
    leg_vast(h, Inzetsoort.DIENSTVERBAND_BEEINDIGD, rij, klant, {"tot": rij.tot})
    vraag_herberekening(h, klant, rij.id)
    return _beelden(h, [rij])[0]


def trek_in(h: Handeling, opdracht: DienstverbandintrekkingOpdracht, dienstverband_id: UUID) -> Dienstverbandbeeld:
    """Take back a dienstverband that never was; it stays to be seen."""
    rij, klant = _vind(h, dienstverband_id)
    h.controleer_versie(rij)
    rij.ingetrokken_op, rij.reden_intrekking = h.nu, opdracht.reden
    leg_vast(h, Inzetsoort.DIENSTVERBAND_INGETROKKEN, rij, klant, {"van": rij.van})
    vraag_herberekening(h, klant, rij.id)
    for gevolg in BIJ_INTREKKING:
        gevolg(h, klant, rij.id)
    return _beelden(h, [rij])[0]


def bekijk(h: Handeling, klant_id: UUID) -> list[Dienstverbandbeeld]:
    """Show the dienstverbanden of a klant, those that were taken back too."""
    return _beelden(h, db.van_klant(h.sessie, h.klant(klant_id, vergrendel=False).id))


def _vind(h: Handeling, dienstverband_id: UUID) -> tuple[Dienstverband, Klant]:
    rij = db.dienstverband(h.sessie, h.actor, dienstverband_id)
    if rij is None:
        raise NietGevonden("Dit dienstverband is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    if rij.ingetrokken_op is not None:
        raise Conflict("Dit dienstverband is ingetrokken.", "dienstverband_ingetrokken")
    return rij, klant


def _beelden(h: Handeling, rijen: Sequence[Dienstverband]) -> list[Dienstverbandbeeld]:
    h.sessie.flush()
    voorwaarden = db.voorwaarden(h.sessie, [rij.id for rij in rijen])
    return [Dienstverbandbeeld(rij, [v for v in voorwaarden if v.dienstverband_id == rij.id]) for rij in rijen]
