"""Recording an ontheffing or a nadere verplichting, ending it earlier, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.db.verplichting import verplichting as db
from app.db.verplichting.verplichting import NadereVerplichting, Ontheffing
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.norm import Leefvorm
from app.domain.kern.periode import Periode
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.verplichting.beleid import VerplichtingBeleid
from app.domain.verplichting.einde import Eindesoort
from app.domain.verplichting.feiten import (
    NadereFeiten,
    OntheffingFeiten,
    Ontheffingsoort,
    Onthevenplicht,
    StaandeOntheffing,
    grondslag_van,
)
from app.domain.verplichting.toetsen import toetsen_nadere, toetsen_ontheffing
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast
from app.services.verplichting.einde import signaleer_einde
from app.services.verplichting.opdrachten import (
    NadereVerplichtingOpdracht,
    OntheffingOpdracht,
    VerplichtingeindeOpdracht,
    VerplichtingintrekkingOpdracht,
    VolgensBesluitOpdracht,
)
from app.services.verplichting.ouder import begeleid_ouder

R = TypeVar("R", Ontheffing, NadereVerplichting)


def leg_ontheffing_vast(h: Handeling, opdracht: OntheffingOpdracht, klant_id: UUID) -> Ontheffing:
    """Record an ontheffing that a besluit gave. Raises Geweigerd when the law does not allow it so (9, 9a)."""
    klant = h.klant(klant_id)
    _controleer(h, opdracht, {"kindGeborenOp": opdracht.kind_geboren_op})
    feiten = OntheffingFeiten(
        soort=opdracht.soort,
        regime=klant.regime.value,
        gekozen=frozenset(opdracht.plichten),
        periode=Periode(van=opdracht.van, tot=opdracht.tot),
        besluit_datum=opdracht.besluit_datum,
        alleenstaande_ouder=klant.leefvorm is Leefvorm.ALLEENSTAANDE_OUDER,
        kind_geboren_op=opdracht.kind_geboren_op,
        andere=tuple(_feit(rij) for rij in db.staand(h.sessie, Ontheffing, klant.id)),
    )
    versie = _beleid(h, klant)
    toetsen = _moet_kunnen(toetsen_ontheffing(feiten, versie.beleid))
    rij = Ontheffing(
        **_vast(h, klant, opdracht, versie, toetsen),
        grondslag=grondslag_van(opdracht.soort, klant.regime.value).model_dump(mode="json"),
        soort=opdracht.soort,
        plichten=sorted(plicht.value for plicht in feiten.plichten),
        kind_geboren_op=opdracht.kind_geboren_op,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.ONTHEFFING_VASTGELEGD, rij, klant, {"van": rij.van, "tot": rij.tot})
    _signaleer(h, klant, rij)
    if rij.soort is Ontheffingsoort.ALLEENSTAANDE_OUDER:
        begeleid_ouder(h, klant, rij, versie.beleid)
    return rij


def leg_verplichting_op(h: Handeling, opdracht: NadereVerplichtingOpdracht, klant_id: UUID) -> NadereVerplichting:
    """Record a duty that a besluit imposed. Raises Geweigerd when article 55 does not allow it so (DEV-MTR-532)."""
    klant = h.klant(klant_id)
    _controleer(h, opdracht, {"adviesArtsOp": opdracht.advies_arts_op})
    feiten = NadereFeiten(
        soort=opdracht.soort,
        regime=klant.regime.value,
        periode=Periode(van=opdracht.van, tot=opdracht.tot),
        besluit_datum=opdracht.besluit_datum,
        advies_arts_op=opdracht.advies_arts_op,
    )
    toetsen = _moet_kunnen(toetsen_nadere(feiten))
    eigen = opdracht.model_dump(include={"soort", "inhoud", "advies_arts_op"})
    vast = _vast(h, klant, opdracht, _beleid(h, klant), toetsen)
    rij = NadereVerplichting(**vast, **eigen, grondslag=pw("55").model_dump(mode="json"))
    h.sessie.add(rij)
    leg_vast(h, Soort.VERPLICHTING_OPGELEGD, rij, klant, {"van": rij.van, "tot": rij.tot})
    _signaleer(h, klant, rij)
    return rij


def _beleid(h: Handeling, klant: Klant) -> Versie[VerplichtingBeleid]:
    return h.beleid.geldend(VerplichtingBeleid, klant.gemeente, h.vandaag)


def _controleer(h: Handeling, opdracht: VolgensBesluitOpdracht, eerder: dict[str, date | None]) -> None:
    """Refuse days that cannot be, with every field at once."""
    dagen = eerder | {"besluitDatum": opdracht.besluit_datum}
    fouten = {veld: "Deze dag ligt in de toekomst." for veld, dag in dagen.items() if dag and dag > h.vandaag}
    if opdracht.tot is not None and opdracht.tot <= opdracht.van:
        fouten["tot"] = "Geef een dag na `van`."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _moet_kunnen(toetsen: tuple[Toets, ...]) -> Sequence[Toets]:
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    return toetsen


def _vast(
    h: Handeling, klant: Klant, opdracht: VolgensBesluitOpdracht, versie: Versie[Any], toetsen: Iterable[Toets]
) -> dict[str, Any]:
    return opdracht.model_dump(include={"besluit_kenmerk", "besluit_datum", "van", "tot"}) | {
        "id": uuid7(),
        "organisatie": h.actor.organisatie,
        "klant_id": klant.id,
        "toetsen": [toets.model_dump(mode="json") for toets in toetsen],
        "beleid_id": versie.id,
        "vastgelegd_op": h.nu,
        "vastgelegd_door": h.actor.medewerker_id,
        "versie": 0,
    }


def _feit(rij: Ontheffing) -> StaandeOntheffing:
    plichten = frozenset(Onthevenplicht(plicht) for plicht in rij.plichten)
    return StaandeOntheffing(soort=rij.soort, plichten=plichten, periode=Periode(van=rij.van, tot=rij.tot))


def _signaleer(h: Handeling, klant: Klant, rij: Ontheffing | NadereVerplichting) -> None:
    soort = Eindesoort.ONTHEFFING if isinstance(rij, Ontheffing) else Eindesoort.NADERE_VERPLICHTING
    signaleer_einde(h, klant, rij.id, soort, rij.tot, Grondslag.model_validate(rij.grondslag))


def beeindig(h: Handeling, opdracht: VerplichtingeindeOpdracht, tabel: type[R], nummer: UUID) -> R:
    """Let it end earlier than was recorded; the signals move along. Raises Conflict when it ended before."""
    rij, klant = vind_staand(h, tabel, nummer)
    if rij.tot is not None and opdracht.tot >= rij.tot:
        raise Conflict("Dit eindigt al op die dag of eerder.", "eindigt_al")
    if opdracht.tot <= rij.van:
        raise OngeldigeInvoer({"tot": "Geef een dag na het begin; trek in wat nooit had moeten gelden."})
    rij.tot, rij.reden_einde = opdracht.tot, opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.VERPLICHTING_BEEINDIGD, rij, klant, {"tot": rij.tot})
    _signaleer(h, klant, rij)
    if isinstance(rij, Ontheffing) and rij.soort is Ontheffingsoort.ALLEENSTAANDE_OUDER:
        begeleid_ouder(h, klant, rij, _beleid(h, klant).beleid)
    return rij


def trek_in(h: Handeling, opdracht: VerplichtingintrekkingOpdracht, tabel: type[R], nummer: UUID) -> R:
    """Take back what was recorded wrongly; it counts nowhere any more and its taken lapse."""
    rij, klant = vind_staand(h, tabel, nummer)
    rij.ingetrokken_op, rij.reden_intrekking = h.nu, opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.VERPLICHTING_INGETROKKEN, rij, klant, {})
    return rij


def vind_staand(h: Handeling, tabel: type[R], nummer: UUID) -> tuple[R, Klant]:
    """Find one under the lock of its dossier, on the version that was seen. Raises Conflict for a withdrawn one."""
    rij = db.vind(h.sessie, h.actor, tabel, nummer)
    if rij is None:
        raise NietGevonden("Deze ontheffing of verplichting is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.ingetrokken_op is not None:
        raise Conflict("Dit is al ingetrokken.", "al_ingetrokken")
    return rij, klant
