"""Wat als: the toets and the computation of a real zaak, for a klant or from given facts; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.db import maatregel as zaken
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.beleid.model import Versie, Waarde
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.berekening import Verlaging, bereken
from app.domain.maatregel.beslissing import Beslissing, beslis, gebruikte_waarden, in_de_weg
from app.domain.maatregel.feiten import NormMaand, ZaakFeiten
from app.domain.maatregel.maatstaf import bepaal
from app.domain.maatregel.motivering import Maatregeldictum
from app.domain.maatregel.waarden import gebruikt, voorbeeldwaarden
from app.services.besluit.uitleg import eigen_deel
from app.services.handeling import Handeling
from app.services.maatregel.feiten import verzamel_feiten
from app.services.maatregel.zaken import AAN_DE_DEUR, OpenZaakOpdracht, beletselen, proefzaak
from app.services.simulatie import persoon as los
from app.services.simulatie.opdracht import MaatregelberekeningOpdracht
from app.services.simulatie.stellen import gesteld, stel
from app.services.simulatie.veronderstelling import Veronderstelling

OPGEGEVEN: Final = "opgegeven"


@dataclass(frozen=True)
class Maatregelberekening:
    """What would follow. ``ontbreekt`` are the conditions in the way of this dictum.

    ``verlaging`` is what the decision takes or, while it cannot be taken, what it would take once nothing is missing;
    None when there is nothing to compute, or this person cannot have such a maatregel at all. ``klant_ids``
    are whose data were read.
    """

    klant_ids: Sequence[UUID]
    zaak_id: UUID | None
    peildatum: date
    gesteld: Sequence[str]
    dictum: Maatregeldictum
    motivering: Sequence[str]
    toetsen: Sequence[Toets]
    ontbreekt: Sequence[Toets]
    verlaging: Verlaging | None
    waarden: Sequence[tuple[str, Waarde[Any]]]
    voorbeeldwaarden: Sequence[str]
    versie: Versie[MaatregelBeleid]


@dataclass(frozen=True)
class _Grond:
    """The facts to compute with, the policy, and what refuses a zaak before any rule is asked."""

    feiten: ZaakFeiten
    versie: Versie[MaatregelBeleid]
    belet: Sequence[Toets] = ()
    klant_ids: Sequence[UUID] = ()
    zaak_id: UUID | None = None


def bereken_maatregel(h: Handeling, opdracht: MaatregelberekeningOpdracht) -> Maatregelberekening:
    """Compute what a decision on ``peildatum`` would be. Nothing of a dossier changes; that it was read is logged."""
    _controleer(h, opdracht)
    peildatum = opdracht.peildatum or max(h.vandaag, opdracht.gedraging_datum)
    grond = _van_persoon(h, opdracht, peildatum) if opdracht.persoon else _van_klant(h, opdracht, peildatum)
    feiten, beleid = _met_eigen_norm(grond, opdracht.feiten, peildatum), grond.versie.beleid
    beslissing = beslis(feiten, beleid, peildatum)
    verlaging = _verlaging(feiten, beleid, beslissing)
    namen = _namen(feiten, beleid, beslissing, verlaging)
    waarden = [(naam, eigen_deel(naam, getattr(beleid, naam), feiten)) for naam in namen]
    belet = [toets for toets in grond.belet if toets not in beslissing.toetsen]
    geen_zaak = [*belet, *(toets for toets in beslissing.toetsen if _aan_de_deur(toets))]
    return Maatregelberekening(
        klant_ids=grond.klant_ids,
        zaak_id=grond.zaak_id,
        peildatum=peildatum,
        gesteld=gesteld(opdracht.feiten),
        dictum=Maatregeldictum.VOORLEGGEN if belet else beslissing.dictum,
        motivering=[toets.toelichting for toets in belet] or beslissing.motivering,
        toetsen=[*belet, *beslissing.toetsen],
        ontbreekt=[*belet, *in_de_weg(feiten, beslissing)],
        verlaging=None if geen_zaak else verlaging,
        waarden=waarden,
        voorbeeldwaarden=voorbeeldwaarden(beleid, frozenset(namen)),
        versie=grond.versie,
    )


def _controleer(h: Handeling, opdracht: MaatregelberekeningOpdracht) -> None:
    """Raise OngeldigeInvoer for what cannot be, all at once."""
    dag, persoon = opdracht.gedraging_datum, opdracht.persoon
    fouten: dict[str, str] = {}
    if opdracht.peildatum is not None and opdracht.peildatum < dag:
        fouten["peildatum"] = "Geef de dag van de gedraging of een latere dag."
    if persoon is not None and persoon.gemeente not in h.beleid.gemeenten():
        fouten["persoon.gemeente"] = "Van deze gemeente is geen beleid ingelezen."
    if persoon is not None and persoon.geboortedatum > dag:
        fouten["persoon.geboortedatum"] = "Geef een dag voor die van de gedraging."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _van_klant(h: Handeling, opdracht: MaatregelberekeningOpdracht, peildatum: date) -> _Grond:
    """Take what the dossier knows; a zaak about the same gedraging brings its steps."""
    assert opdracht.klant_id is not None
    klant = h.klant(opdracht.klant_id, vergrendel=False)
    als_zaak = OpenZaakOpdracht(
        klant_id=klant.id,
        soort=opdracht.soort,
        gedraging=opdracht.gedraging,
        gedraging_datum=opdracht.gedraging_datum,
        kenmerken=opdracht.kenmerken,
        melding_datum=opdracht.melding_datum,
    )
    bestaand = _bestaande_zaak(h, klant, opdracht)
    zaak = bestaand or proefzaak(h, klant, als_zaak)
    beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, opdracht.gedraging_datum).beleid
    dossier = verzamel_feiten(
        h, zaak, klant, peildatum, lambda feiten: stel(opdracht.feiten, feiten, beleid, peildatum)
    )
    belet = beletselen(h, klant, als_zaak) if bestaand is None else ()
    zelf_gesteld = {"klantgroep"} if opdracht.feiten.klantgroep else set()
    return _Grond(
        feiten=dossier.feiten,
        versie=dossier.versie,
        belet=[toets for toets in belet if toets.voorwaarde not in zelf_gesteld],
        klant_ids=[klant.id],
        zaak_id=bestaand.id if bestaand else None,
    )


def _bestaande_zaak(h: Handeling, klant: Klant, opdracht: MaatregelberekeningOpdracht) -> Maatregelzaak | None:
    gevraagd = (opdracht.soort, opdracht.gedraging, opdracht.gedraging_datum)
    for zaak in zaken.zaken(h.sessie, [klant.id]):
        if zaak.status is not Zaakstatus.VERVALLEN and (zaak.soort, zaak.gedraging, zaak.gedraging_datum) == gevraagd:
            return zaak
    return None


def _van_persoon(h: Handeling, opdracht: MaatregelberekeningOpdracht, peildatum: date) -> _Grond:
    """Take only what was given."""
    persoon, dag = opdracht.persoon, opdracht.gedraging_datum
    assert persoon is not None
    versie = h.beleid.geldend(MaatregelBeleid, persoon.gemeente, dag)
    kaal = ZaakFeiten(
        **los.basisfeiten(h, persoon, dag),
        soort=opdracht.soort,
        gedraging=opdracht.gedraging,
        gedraging_datum=dag,
        kenmerken=frozenset(opdracht.kenmerken),
    )
    feiten = stel(opdracht.feiten, kaal, versie.beleid, peildatum)
    nodig = bepaal(feiten, versie.beleid, peildatum).maanden or ()
    return _Grond(feiten.model_copy(update={"normen": los.normen(h, persoon, nodig)}), versie)


def _met_eigen_norm(grond: _Grond, wat: Veronderstelling, peildatum: date) -> ZaakFeiten:
    """Count with the caller's own norm, if there is one, in every month of the verlaging."""
    feiten = grond.feiten
    if wat.norm_per_maand is None:
        return feiten
    nodig = bepaal(feiten, grond.versie.beleid, peildatum).maanden or ()
    al = {norm.maand: norm.al_verlaagd for norm in feiten.normen}
    eigen = tuple(
        NormMaand(maand=maand, norm=wat.norm_per_maand, versie=OPGEGEVEN, al_verlaagd=al.get(maand, 0))
        for maand in nodig
    )
    return feiten.model_copy(update={"normen": eigen})


def _aan_de_deur(toets: Toets) -> bool:
    """Tell whether this refuses a zaak from the start: nothing that is done later mends it."""
    return toets.voorwaarde in AAN_DE_DEUR and toets.uitkomst is Uitkomst.NIET_VOLDAAN


def _verlaging(feiten: ZaakFeiten, beleid: MaatregelBeleid, beslissing: Beslissing) -> Verlaging | None:
    if beslissing.dictum is not Maatregeldictum.VOORLEGGEN:
        return beslissing.verlaging
    try:
        return bereken(feiten, beleid, beslissing.peildatum)
    except Geweigerd:
        return None


def _namen(
    feiten: ZaakFeiten, beleid: MaatregelBeleid, beslissing: Beslissing, verlaging: Verlaging | None
) -> tuple[str, ...]:
    """Return the names of the values used, also while there is only a computation and no decision yet."""
    if beslissing.dictum is not Maatregeldictum.VOORLEGGEN:
        return gebruikte_waarden(feiten, beleid, beslissing)
    return () if verlaging is None else tuple(sorted(gebruikt(feiten, bepaal(feiten, beleid, beslissing.peildatum))))
