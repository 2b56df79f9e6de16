"""Beslissing on an aanvraag: per person, always the same for the same facts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.buiten_behandeling import buiten_behandelingtermijn, toetsen_buiten_behandeling
from app.domain.aanvraag.feiten import GROND, AanvraagFeiten, Aanvraagkeuze, NormFeit, RedenGeenRecht
from app.domain.aanvraag.motivering import motiveer
from app.domain.aanvraag.toetsen import (
    toets_aanvraag,
    toets_bewoners,
    toets_ingang,
    toets_norm,
    toets_op_tijd,
    toets_plan,
    toets_recht_onderzocht,
    toets_salaris,
    toets_stappen,
    toets_stukken,
    toets_uitkomst,
    toets_uwv,
    toets_zoekafspraken,
    toets_zoekperiode,
)
from app.domain.beleid.model import Herkomst
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, bezwaarclausule, productenboek
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan

TER_INFORMATIE = frozenset({"inschrijving_uwv", "binnen_beslistermijn"})
"""Conditions that are shown with the besluit and hold nothing up."""


class Dictum(StrEnum):
    """What is decided; ``gedeeltelijke_toekenning`` when one of a couple has no right."""

    TOEKENNING = "toekenning"
    GEDEELTELIJK = "gedeeltelijke_toekenning"
    TIJDELIJK = "tijdelijke_toekenning"
    AFWIJZING = "afwijzing"
    BUITEN_BEHANDELING = "buiten_behandeling"
    VOORLEGGEN = "voorleggen"


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PersoonUitkomst(_Bevroren):
    """What is decided for one person, with the reason of the law for who has no right."""

    klant_id: str
    dictum: Dictum
    reden: RedenGeenRecht | None = None
    grondslag: Grondslag | None = None


class Beslissing(_Bevroren):
    """A decision on ``peildatum``; ``einddatum`` is the first day on which a temporary uitkering no longer holds."""

    dictum: Dictum
    peildatum: date
    ingangsdatum: date | None
    einddatum: date | None
    norm: NormFeit | None
    personen: tuple[PersoonUitkomst, ...]
    plichten: tuple[str, ...]
    bekendmaken_uiterlijk: date | None
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis(feiten: AanvraagFeiten, beleid: AanvraagBeleid, peildatum: date) -> Beslissing:
    """Decide on the facts as they are on ``peildatum``; what is missing gives ``voorleggen``, never a guess."""
    toetsen = toetsen_besluit(feiten, beleid, peildatum)
    dictum = _dictum(feiten) if alle_voldaan(_nodig(toetsen)) else Dictum.VOORLEGGEN
    toegekend = feiten.toekennend and dictum is not Dictum.VOORLEGGEN
    personen = () if dictum is Dictum.VOORLEGGEN else tuple(_personen(feiten, dictum))
    plichten = _plichten(feiten, beleid) if toegekend else ()
    einde = _einde(feiten, beleid) if dictum is Dictum.TIJDELIJK else None
    norm = feiten.norm if toegekend else None
    extra = [persoon.grondslag for persoon in personen if persoon.grondslag] + ([norm.grondslag] if norm else [])
    return Beslissing(
        dictum=dictum,
        peildatum=peildatum,
        ingangsdatum=feiten.ingangsdatum if toegekend else None,
        einddatum=einde,
        norm=norm,
        personen=personen,
        plichten=plichten,
        bekendmaken_uiterlijk=_bekendmaken(feiten, beleid) if dictum is Dictum.BUITEN_BEHANDELING else None,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys([*(toets.grondslag for toets in toetsen), *extra])),
        motivering=motiveer(dictum.value, feiten, norm, einde, plichten) + _bezwaar(dictum, beleid),
        voorbeeldwaarden=_voorbeelden(feiten, beleid, dictum),
    )


def _bezwaar(dictum: Dictum, beleid: AanvraagBeleid) -> tuple[str, ...]:
    """Return the clause that closes every besluit; a draft that cannot be decided yet has none."""
    termijn = beleid.bezwaartermijn_weken
    return () if dictum is Dictum.VOORLEGGEN else (bezwaarclausule(termijn.waarde, termijn.grondslag),)


def toetsen_besluit(feiten: AanvraagFeiten, beleid: AanvraagBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return the conditions for what the inkomensconsulent wants to decide, in order."""
    aanvraag, op_tijd = toets_aanvraag(feiten), toets_op_tijd(feiten, peildatum)
    if feiten.keuze is Aanvraagkeuze.BUITEN_BEHANDELING:
        return (aanvraag, *toetsen_buiten_behandeling(feiten, beleid, peildatum), op_tijd)
    recht = (toets_recht_onderzocht(feiten, peildatum), toets_uitkomst(feiten))
    if feiten.keuze is Aanvraagkeuze.AFWIJZEN and feiten.elders:
        return (aanvraag, *recht, op_tijd)
    basis = (aanvraag, toets_stappen(feiten), toets_bewoners(feiten.rapport), *recht)
    if feiten.keuze is Aanvraagkeuze.AFWIJZEN:
        return (*basis, op_tijd)
    return (
        *basis,
        toets_salaris(feiten.rapport, toekennend=True),
        toets_ingang(feiten, beleid),
        toets_zoekperiode(feiten, peildatum),
        toets_zoekafspraken(feiten, peildatum),
        toets_plan(feiten),
        toets_norm(feiten),
        toets_stukken(feiten),
        toets_uwv(feiten),
        op_tijd,
    )


def _nodig(toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    return tuple(toets for toets in toetsen if toets.voorwaarde not in TER_INFORMATIE)


def in_de_weg(_feiten: AanvraagFeiten, beslissing: Beslissing) -> tuple[Toets, ...]:
    """Return the conditions that keep this decision from being taken."""
    return niet_voldaan(_nodig(beslissing.toetsen))


def _dictum(feiten: AanvraagFeiten) -> Dictum:
    if feiten.keuze is Aanvraagkeuze.BUITEN_BEHANDELING:
        return Dictum.BUITEN_BEHANDELING
    if feiten.keuze is Aanvraagkeuze.AFWIJZEN:
        return Dictum.AFWIJZING
    if feiten.keuze is Aanvraagkeuze.TIJDELIJK_TOEKENNEN:
        return Dictum.TIJDELIJK
    return Dictum.TOEKENNING if len(feiten.met_recht) == len(feiten.personen) else Dictum.GEDEELTELIJK


def _personen(feiten: AanvraagFeiten, dictum: Dictum) -> list[PersoonUitkomst]:
    """Decide per person: of a couple one may have no right (Participatiewet 11, lid 4)."""
    if dictum is Dictum.BUITEN_BEHANDELING:
        return [PersoonUitkomst(klant_id=persoon.klant_id, dictum=dictum) for persoon in feiten.personen]
    eigen = Dictum.TIJDELIJK if dictum is Dictum.TIJDELIJK else Dictum.TOEKENNING
    return [
        PersoonUitkomst(klant_id=persoon.klant_id, dictum=eigen)
        if persoon.recht
        else PersoonUitkomst(
            klant_id=persoon.klant_id,
            dictum=Dictum.AFWIJZING,
            reden=persoon.reden,
            grondslag=GROND[persoon.reden] if persoon.reden else None,
        )
        for persoon in feiten.personen
    ]


def _plichten(feiten: AanvraagFeiten, beleid: AanvraagBeleid) -> tuple[str, ...]:
    """Return the duties that go with the uitkering: those of everybody and of the klantgroep (DEV-AAN-023)."""
    teksten = beleid.plichten.waarde
    eigen = teksten.get(feiten.klantgroep.value, ()) if feiten.klantgroep else ()
    return (*teksten["altijd"], *eigen)


def _einde(feiten: AanvraagFeiten, beleid: AanvraagBeleid) -> date | None:
    """Return the day on which a temporary uitkering stops (DEV-DIG-011)."""
    return plus_maanden(feiten.ingangsdatum, beleid.tijdelijk_maanden.waarde) if feiten.ingangsdatum else None


def _bekendmaken(feiten: AanvraagFeiten, beleid: AanvraagBeleid) -> date | None:
    tot = feiten.stukken.aanvultermijn_tot
    return buiten_behandelingtermijn(tot, beleid).einde if tot else None


def gebruikte_waarden(feiten: AanvraagFeiten, _beleid: AanvraagBeleid, beslissing: Beslissing) -> tuple[str, ...]:
    """Return, sorted, the names of the policy values on which a decision rests."""
    return tuple(sorted(_waarden(feiten, beslissing.dictum)))


def _waarden(feiten: AanvraagFeiten, dictum: Dictum) -> frozenset[str]:
    if dictum is Dictum.BUITEN_BEHANDELING:
        return frozenset({"buiten_behandeling_weken"})
    if not feiten.toekennend or dictum is Dictum.VOORLEGGEN:
        return frozenset()
    gebruikt = {
        "plichten": True,
        "terugwerkend_maanden": feiten.ingangsdatum is not None and feiten.ingangsdatum < feiten.meldingsdatum,
        "partner_zonder_recht_procent": len(feiten.met_recht) < len(feiten.personen),
        "tijdelijk_maanden": dictum is Dictum.TIJDELIJK,
    }
    return frozenset(naam for naam, is_gebruikt in gebruikt.items() if is_gebruikt)


def _voorbeelden(feiten: AanvraagFeiten, beleid: AanvraagBeleid, dictum: Dictum) -> tuple[str, ...]:
    namen = sorted(_waarden(feiten, dictum))
    return tuple(naam for naam in namen if getattr(beleid, naam).herkomst is not Herkomst.VASTGESTELD)


def toets_toetser(besluiter: str, rapporteur: str | None, toetser: str) -> Toets:
    """Ask for another person than who reported or decided (DEV-AAN-012)."""
    zin = "De fiatteur is een ander dan wie rapporteerde en besliste."
    klopt = toetser not in (besluiter, rapporteur)
    return maak_toets("fiatteur_is_een_ander", klopt, productenboek("2.2.2"), {}, zin)
