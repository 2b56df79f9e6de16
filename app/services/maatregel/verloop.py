"""Verloop: every step of the procedure of one zaak, with its proof, its taak and its term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app.db import besluit as besluiten
from app.db import maatregel as db
from app.db.besluit import Besluitstand
from app.db.incident import incident as incidenten
from app.db.incident.incident import Incident
from app.db.klant import Klant
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort, Zaakstatus
from app.db.taak import Taak, open_taken
from app.domain.kern.termijnen import Termijn
from app.domain.kern.tijd import dag
from app.domain.maatregel.beslissing import Beslissing
from app.domain.maatregel.stappenplan import Actie
from app.domain.maatregel.verloop.keten import verloop
from app.domain.maatregel.verloop.model import Besluitverloop, Processtapstand, Stapbeeld, Vastlegging, Verloopfeiten
from app.services.besluit.lezen import beslissing_van
from app.services.handeling import Handeling
from app.services.incident.vastleggen import BRIEF
from app.services.maatregel.feiten import verzamel_feiten
from app.services.maatregel.taken import Taaksoort
from app.services.maatregel.zaken import vind

TAAK: Final[Mapping[Actie, str]] = {
    Actie.OPNIEUW_INPLANNEN: Taaksoort.HERSTELTERMIJN,
    Actie.HOREN: Taaksoort.UITNODIGING,
    Actie.HERSTELTERMIJN: Taaksoort.HERSTELTERMIJN,
    Actie.BEWIJS: Taaksoort.BEWIJS,
    Actie.WEDERHOOR: Taaksoort.WEDERHOOR,
    Actie.RAPPORTAGE: Taaksoort.ADVIES,
    Actie.BESCHIKKING: Taaksoort.BESLUIT,
    Actie.TOETSING: Taaksoort.TOETSING,
    Actie.VERZENDING: Taaksoort.VERZENDING,
    Actie.OPNIEUW_UITNODIGEN: Taaksoort.OPNIEUW_UITNODIGEN,
    Actie.AANGETEKEND_UITNODIGEN: Taaksoort.OPNIEUW_UITNODIGEN,
    Actie.CONTROLE: Taaksoort.CONTROLE,
    Actie.OPNIEUW_AFSTEMMEN: Taaksoort.VERVOLG,
    Actie.RECIDIVE: Taaksoort.VERVOLG,
    Actie.WAARSCHUWINGSBRIEF: BRIEF,
}
_UITKOMST: Final[Mapping[Stapsoort, str]] = {
    Stapsoort.CONTROLE: "voldoende",
    Stapsoort.OPNIEUW_GEHOORD: "gehoord",
    Stapsoort.NIEUWE_OPKOMST: "verschenen",
}


@dataclass(frozen=True)
class Procedurestap:
    """One step as it stands, with the open taak that asks for it."""

    beeld: Stapbeeld
    taak: Taak | None


@dataclass(frozen=True)
class Procedurebeeld:
    """The whole procedure of a zaak; ``volgende`` names what can be done now."""

    zaak: Maatregelzaak
    stappen: Sequence[Procedurestap]

    @property
    def volgende(self) -> list[Actie]:
        """The steps whose turn it is."""
        return [stap.beeld.stap.actie for stap in self.stappen if stap.beeld.stand is Processtapstand.VOLGENDE]


def bekijk(h: Handeling, zaak_id: UUID) -> Procedurebeeld:
    """Show the procedure of a zaak as it stands today (DEV-MTR-504, DEV-MTR-513)."""
    return beeld_van(h, *vind(h, zaak_id))


def beeld_van(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> Procedurebeeld:
    """Return every step with its taak; the household is read for it, and that is logged."""
    dossier = verzamel_feiten(h, zaak, klant, h.vandaag)
    feiten = Verloopfeiten(
        zaak=dossier.feiten,
        zaak_id=str(zaak.id),
        vastleggingen=tuple(_vastleggingen(h, zaak)),
        besluit=_besluit(h, zaak),
        vervolgzaken=tuple(str(ander.id) for ander in vervolgzaken(h, zaak, klant)),
        vervallen=zaak.status is Zaakstatus.VERVALLEN,
    )
    taken = {taak.soort: taak for taak in _taken(h, zaak, feiten)}
    beelden = verloop(feiten, dossier.versie.beleid, h.vandaag)
    return Procedurebeeld(zaak, [Procedurestap(beeld, taken.get(TAAK.get(beeld.stap.actie, ""))) for beeld in beelden])


def _taken(h: Handeling, zaak: Maatregelzaak, feiten: Verloopfeiten) -> Iterator[Taak]:
    yield from open_taken(h.sessie, zaak.id, tuple(Taaksoort))
    for deel in feiten.vastleggingen:
        if deel.soort == "incident":
            yield from open_taken(h.sessie, UUID(deel.id), (BRIEF,))


def vervolgzaken(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> list[Maatregelzaak]:
    """Return the zaken that were opened because of this one and did not lapse."""
    zaken = db.zaken(h.sessie, [klant.id])
    return [ander for ander in zaken if zaak.id in ander.aanleiding and ander.status is not Zaakstatus.VERVALLEN]


def _vastleggingen(h: Handeling, zaak: Maatregelzaak) -> Iterator[Vastlegging]:
    for rij in db.geldend(db.stappen(h.sessie, [zaak.id])):
        yield _vastlegging(rij)
    for incident in incidenten.op_dag(h.sessie, zaak.klant_id, zaak.gedraging_datum):
        yield from _van_incident(h, incident)


def _van_incident(h: Handeling, rij: Incident) -> Iterator[Vastlegging]:
    """Return the record of an incident on the day of the gedraging, and what came of it (DEV-MTR-519)."""
    yield Vastlegging(soort="incident", id=str(rij.id), datum=rij.datum)
    if rij.brief_verzonden_op is not None:
        yield Vastlegging(soort="waarschuwingsbrief", id=str(rij.id), datum=rij.brief_verzonden_op)
    for verbod in incidenten.pandverboden(h.sessie, [rij.klant_id]):
        if verbod.incident_id == rij.id and verbod.tot > verbod.van:
            yield Vastlegging(soort="pandverbod", id=str(verbod.id), datum=verbod.van)


def _vastlegging(rij: Maatregelstap) -> Vastlegging:
    goed = rij.inhoud.get(_UITKOMST.get(rij.soort, ""))
    return Vastlegging(soort=rij.soort.value, id=str(rij.id), datum=rij.datum, goed=goed)


def _besluit(h: Handeling, zaak: Maatregelzaak) -> Besluitverloop | None:
    standen = besluiten.besluiten_over(h.sessie, [zaak.id])
    return _verloop(standen[-1]) if standen and standen[-1].staat else None


def _verloop(stand: Besluitstand) -> Besluitverloop:
    beslissing: Beslissing = beslissing_van(stand.besluit)
    bekend = stand.bekendmaking
    return Besluitverloop(
        id=str(stand.besluit.id),
        maatregel=beslissing.verlaging is not None,
        genomen_op=dag(stand.besluit.genomen_op),
        getoetst_op=dag(stand.toetsing.tijdstip) if stand.toetsing else None,
        verzonden_op=bekend.verzonden_op if bekend else None,
        bezwaar_tot_en_met=Termijn.model_validate(bekend.bezwaartermijn).einde if bekend else None,
        tot=beslissing.verlaging.tot if beslissing.verlaging else None,
    )
