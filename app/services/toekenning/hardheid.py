"""The hardheidsclausule: proposed with an article and a reason, decided on by somebody else (DEV-VRZ-919)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.toekenning import hardheid as db
from app.db.toekenning.hardheid import Hardheidsvoorstel
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.onthulling import verberg_rij
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from app.domain.toekenning.stand import LOPEND, Toekenningstand
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.besluit.feiten import Hardheidsbesluit, Voorzieningdictum
from app.domain.voorziening.besluit.toetsen import toets_hardheid
from app.domain.voorziening.feiten import Hardheid
from app.domain.voorziening.toets import toets_voorziening
from app.services.handeling import Handeling
from app.services.sturing.kring import beleid_van, ruime_kring
from app.services.taak import sluit_taken
from app.services.toekenning.besluitfeiten import besluitfeiten
from app.services.toekenning.besluitopdrachten import (
    HardheidsbesluitOpdracht,
    HardheidsintrekkingOpdracht,
    HardheidsvoorstelOpdracht,
)
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, vind
from app.services.toekenning.taken import Taaksoort, vraag
from app.services.vastleggen import leg_vast

_OPEN = (Toekenningstand.CONCEPT, *sorted(LOPEND))


def stel_voor(h: Handeling, opdracht: HardheidsvoorstelOpdracht, toekenning_id: UUID) -> Toekenningbeeld:
    """Propose to set an article of the beleidsregels aside for this voorziening; somebody else decides.

    Raises Geweigerd for an article of the verordening, or one that this voorziening does not rest on.
    """
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, *_OPEN)
    _controleer(h, klant, rij, opdracht)
    voorstel = Hardheidsvoorstel(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        toekenning_id=rij.id,
        **opdracht.model_dump(),
        voorgesteld_op=h.nu,
        voorgesteld_door=h.actor.medewerker_id,
        versie=1,
    )
    h.sessie.add(voorstel)
    vraag(h, klant, rij, Taaksoort.HARDHEID)
    _meld(h, Inzetsoort.HARDHEID_VOORGESTELD, rij, klant, voorstel)
    return beeld(h, rij)


def _controleer(h: Handeling, klant: Klant, rij: Toekenning, opdracht: HardheidsvoorstelOpdracht) -> None:
    feiten = besluitfeiten(h, klant, rij, Voorzieningdictum.TOEKENNEN).voorziening
    nieuw = Hardheid(artikel=opdracht.artikel, lid=opdracht.lid, reden=opdracht.reden)
    beleid = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van).beleid
    toetsen = toets_voorziening(feiten.model_copy(update={"hardheid": (nieuw,)}), beleid)
    if mis := niet_voldaan(t for t in toetsen if t.voorwaarde == "hardheidsclausule_mogelijk"):
        raise Geweigerd(mis[0].toelichting, mis, "hardheid_niet_mogelijk")


def besluit(h: Handeling, opdracht: HardheidsbesluitOpdracht, voorstel_id: UUID) -> Toekenningbeeld:
    """Decide on a proposal. Raises Geweigerd for who proposed it, Conflict when it was done or rests on nothing."""
    voorstel, rij, klant = _vind(h, voorstel_id)
    if voorstel.akkoord is not None:
        raise Conflict("Over dit voorstel is al besloten.", "al_besloten")
    moet_zijn(rij, *_OPEN)
    if not opdracht.akkoord and opdracht.toelichting is None:
        raise OngeldigeInvoer({"toelichting": "Leg uit waarom u niet akkoord bent."})
    stem = Hardheidsbesluit(
        artikel=voorstel.artikel,
        lid=voorstel.lid,
        reden=voorstel.reden,
        voorgesteld_door=str(voorstel.voorgesteld_door),
        besloten_door=str(h.actor.medewerker_id),
        besloten_op=h.vandaag,
    )
    if mis := niet_voldaan([toets_hardheid(stem)]):
        raise Geweigerd(mis[0].toelichting, mis)
    voorstel.akkoord, voorstel.toelichting = opdracht.akkoord, opdracht.toelichting
    voorstel.besloten_op, voorstel.besloten_door = h.vandaag, h.actor.medewerker_id
    _meld(h, Inzetsoort.HARDHEID_BESLIST, rij, klant, voorstel)
    _sluit_taak(h, rij)
    return beeld(h, rij)


def trek_in(h: Handeling, opdracht: HardheidsintrekkingOpdracht, voorstel_id: UUID) -> Toekenningbeeld:
    """Take a proposal back while what it is for was not granted yet; once decided on, only who proposed it can."""
    voorstel, rij, klant = _vind(h, voorstel_id)
    moet_zijn(rij, Toekenningstand.CONCEPT)
    if voorstel.akkoord is not None and voorstel.voorgesteld_door != h.actor.medewerker_id:
        raise Conflict("Over dit voorstel is besloten; alleen wie het voorstelde, trekt het in.", "niet_de_voorsteller")
    voorstel.ingetrokken_op, voorstel.reden_intrekking = h.nu, opdracht.reden
    _meld(h, Inzetsoort.HARDHEID_INGETROKKEN, rij, klant, voorstel)
    _sluit_taak(h, rij)
    return beeld(h, rij)


def _vind(h: Handeling, voorstel_id: UUID) -> tuple[Hardheidsvoorstel, Toekenning, Klant]:
    voorstel = db.voorstel(h.sessie, h.actor, voorstel_id)
    if voorstel is None:
        raise NietGevonden("Dit voorstel is niet gevonden.")
    rij, klant = vind(h, voorstel.toekenning_id, vergrendel=True)
    h.sessie.refresh(voorstel)
    if voorstel.ingetrokken_op is not None:
        raise Conflict("Dit voorstel is ingetrokken.", "al_ingetrokken")
    return voorstel, rij, klant


def _sluit_taak(h: Handeling, rij: Toekenning) -> None:
    open_ = (v for v in db.voorstellen(h.sessie, [rij.id]) if v.akkoord is None and v.ingetrokken_op is None)
    if next(open_, None) is None:
        sluit_taken(h, rij.id, Taaksoort.HARDHEID)


def _meld(h: Handeling, soort: Inzetsoort, rij: Toekenning, klant: Klant, voorstel: Hardheidsvoorstel) -> None:
    voorstel.versie += 1
    inhoud = {"voorstelId": voorstel.id, "artikel": voorstel.artikel, "akkoord": voorstel.akkoord}
    leg_vast(h, soort, rij, klant, inhoud)


@dataclass(frozen=True)
class Hardheidsgebruik:
    """How often each article and lid was set aside in ``[van, tot)``; None is too small to show."""

    van: date
    tot: date
    rijen: Sequence[tuple[str, str | None, int | None]]
    kleinste_cel: int


def tel_gebruik(h: Handeling, van: date, tot: date) -> Hardheidsgebruik:
    """Count the uses per article (DEV-VRZ-919): a teamleider of the own team, a beleidsmedewerker of all."""
    if tot <= van:
        raise OngeldigeInvoer({"tot": "Geef een dag na `van`."})
    kring = ruime_kring(h, h.actor.teams if h.actor.heeft(Rol.TEAMLEIDER) else None)
    rijen, grens = db.gebruik(h.sessie, kring, van, tot), beleid_van(h).kleinste_cel.waarde
    weg = verberg_rij([rij.aantal for rij in rijen], grens)
    getoond = [(rij.artikel, rij.lid, None if nr in weg else rij.aantal) for nr, rij in enumerate(rijen)]
    return Hardheidsgebruik(van, tot, getoond, grens)
