"""Maatregelzaken: opening one, finding it, and letting it lapse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db import indeling as indelingen
from app.db import maatregel as db
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.maatregel import Maatregelstap, Maatregelzaak, Zaakstatus
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.uitroeptekens import toets_handhaving
from app.domain.kern.fouten import Conflict, Geweigerd, NietBevoegd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.feiten import ZaakFeiten, Zaaksoort
from app.domain.maatregel.gereedheid import voor_advies
from app.domain.nugger.toetsen import toets_maatregel
from app.services.doelgroep.dossier import is_nugger
from app.services.handeling import Handeling, Opdracht
from app.services.maatregel.feiten import basisfeiten, geldend_beleid
from app.services.maatregel.gedragingen import fouten_opening
from app.services.maatregel.stapsoorten import Code, Stap, Tekst
from app.services.maatregel.stapsrij import maak_rij
from app.services.maatregel.taken import eerste_taken, rol_van, vraag
from app.services.maatregel.vervolg import begin_vervolg
from app.services.signaal.rechtmatigheid import werk_signaal_bij
from app.services.taak import sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast

# What refuses a zaak at the door; all else may still be repaired in it.
AAN_DE_DEUR: Final = frozenset({"gedraging_in_regime", "plicht_geldt", "plicht_niet_ontheven", "klantgroep"})


class OpenZaakOpdracht(Opdracht):
    """Een gedraging waarvoor een maatregel kan volgen."""

    klant_id: UUID
    soort: Zaaksoort = Field(default=Zaaksoort.VERLAGING, examples=["verlaging"])
    gedraging: Code = Field(examples=["pva_niet_meewerken_kick_off"])
    gedraging_datum: date = Field(examples=["2026-04-23"])
    kenmerken: Annotated[tuple[Code, ...], Field(max_length=5)] = Field(
        default=(), description="Kenmerken van de gedraging die extra bewijs vragen."
    )
    verplichting: Code | None = Field(
        default=None, description="De verplichting uit het plan die is geschonden.", examples=[None]
    )
    aanleiding: Annotated[tuple[UUID, ...], Field(max_length=10)] = Field(
        default=(), description="Waar de zaak uit voortkomt, zoals de deelnames waarop de klant niet kwam."
    )
    alleen_dariuz: bool = Field(default=False, description="De zaak rust alleen op het niet invullen van Dariuz.")
    totaalbeeld: Tekst | None = Field(default=None, description="Wat verder meeweegt, zoals Dariuz.", examples=[None])
    melding_datum: date | None = Field(
        default=None, description="Alleen nodig als de melding niet in dit systeem staat.", examples=["2026-03-31"]
    )


class MaatregelzaakvervalOpdracht(Opdracht):
    """Waarom een zaak vervalt."""

    reden: Tekst = Field(examples=["De presentielijst is gecorrigeerd: de klant was er wel."])


@dataclass(frozen=True)
class Zaakbeeld:
    """A zaak as it is shown: its steps and besluiten, oldest first."""

    zaak: Maatregelzaak
    stappen: Sequence[Maatregelstap]
    besluiten: Sequence[Besluitstand]


def open_voor_klant(h: Handeling, opdracht: OpenZaakOpdracht) -> Maatregelzaak:
    """Open a zaak on somebody's request."""
    return open_zaak(h, h.klant(opdracht.klant_id), opdracht)


def open_zaak(h: Handeling, klant: Klant, opdracht: OpenZaakOpdracht, bekend: Sequence[Stap] = ()) -> Maatregelzaak:
    """Open a zaak in the name of the consulent; ``klant`` is locked (DEV-NOS-004, DEV-MTR-504).

    ``bekend`` are the letters and no-shows that are known already, as they really were. Raises Geweigerd when this
    klant cannot have such a zaak (see ``beletselen``), Conflict when there is one for the same gedraging.
    """
    if fout := fouten_opening(h, klant, opdracht):
        raise OngeldigeInvoer(fout)
    al = [z for z in db.zaken(h.sessie, [klant.id]) if z.status is not Zaakstatus.VERVALLEN]
    if any((z.gedraging, z.gedraging_datum) == (opdracht.gedraging, opdracht.gedraging_datum) for z in al):
        raise Conflict("Voor deze gedraging op deze dag is er al een zaak.", "zaak_bestaat_al")
    if bezwaar := beletselen(h, klant, opdracht):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    zaak = _rij(h, klant, opdracht)
    begin_vervolg(h, klant, zaak)
    h.sessie.add(zaak)
    h.sessie.flush()
    h.sessie.add_all(maak_rij(h, zaak, stap) for stap in bekend)
    inhoud = {"soort": zaak.soort, "gedraging": zaak.gedraging, "gedragingDatum": zaak.gedraging_datum}
    leg_vast(h, Soort.MAATREGELZAAK_GEOPEND, zaak, klant, inhoud)
    rij = geldend_beleid(h, zaak, klant).beleid.gedraging(zaak.regime, zaak.gedraging)
    for taak in eerste_taken(zaak, rij, {stap.soort for stap in bekend}):
        vraag(h, klant, zaak, taak)
    werk_signaal_bij(h, klant)
    return zaak


def beletselen(h: Handeling, klant: Klant, opdracht: OpenZaakOpdracht) -> tuple[Toets, ...]:
    """Return why this klant cannot have such a zaak: no uitkering, another regime, no duty, or the klantgroep.

    Zorgen is pointed to the contact ladder (DEV-MTR-549, DEV-MTR-502, DEV-NOS-504). Nothing is written.
    """
    uitkering = toets_maatregel(is_nugger(h, klant, opdracht.gedraging_datum))
    if uitkering.uitkomst is Uitkomst.NIET_VOLDAAN:
        return (uitkering,)
    norm = h.beleid.geldend(DiagnoseBeleid, klant.gemeente, opdracht.gedraging_datum).beleid.maatregel_op_dariuz
    dariuz = toets_handhaving(opdracht.alleen_dariuz, norm)
    if dariuz.uitkomst is Uitkomst.NIET_VOLDAAN:
        return (dariuz,)
    zaak = _rij(h, klant, opdracht)
    feiten = ZaakFeiten(**basisfeiten(h, zaak, klant))
    toetsen = voor_advies(feiten, geldend_beleid(h, zaak, klant).beleid, h.vandaag)
    mis = [toets for toets in toetsen if toets.uitkomst is Uitkomst.NIET_VOLDAAN]
    return tuple(toets for toets in mis if toets.voorwaarde in AAN_DE_DEUR)


def proefzaak(h: Handeling, klant: Klant, opdracht: OpenZaakOpdracht) -> Maatregelzaak:
    """Make a zaak that is never stored, to compute what would follow from it."""
    return _rij(h, klant, opdracht)


def _rij(h: Handeling, klant: Klant, opdracht: OpenZaakOpdracht) -> Maatregelzaak:
    """Make the row, with the klantgroep of the day of the gedraging: a later change neither adds nor takes a duty."""
    toen = indelingen.geldend_op(h.sessie, klant.id, opdracht.gedraging_datum)
    klantgroep = toen.klantgroep if toen else klant.klantgroep
    werk = rol_van(klantgroep, opdracht.soort) is Rol.WERKCONSULENT
    return Maatregelzaak(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        soort=opdracht.soort,
        gedraging=opdracht.gedraging,
        gedraging_datum=opdracht.gedraging_datum,
        regime=Regime(klant.regime.value),
        kenmerken=list(opdracht.kenmerken),
        klantgroep=klantgroep,
        zorg_handhaving=toen.zorg_handhaving is not None if toen else klant.zorg_handhaving,
        melding_datum=opdracht.melding_datum or _melding(h, klant, opdracht.gedraging_datum),
        status=Zaakstatus.OPEN,
        consulent_id=klant.consulent_id if werk else klant.inkomensconsulent_id,
        aanleiding=list(opdracht.aanleiding),
        totaalbeeld=opdracht.totaalbeeld,
        verplichting=opdracht.verplichting,
        geopend_op=h.nu,
        versie=0,
    )


def _melding(h: Handeling, klant: Klant, gedraging_datum: date) -> date:
    """Return the last melding up to the gedraging, else the first one after it."""
    data = db.meldingsdata(h.sessie, klant.id)
    if not data:
        raise OngeldigeInvoer({"meldingDatum": "De melding staat niet in dit systeem; geef de dag van de melding."})
    return max((dag for dag in data if dag <= gedraging_datum), default=data[0])


def vind(h: Handeling, zaak_id: UUID, *, vergrendel: bool = False) -> tuple[Maatregelzaak, Klant]:
    """Find a zaak; ``vergrendel`` locks the dossier and reads the zaak again under the lock."""
    zaak = db.zaak(h.sessie, h.actor, zaak_id)
    if zaak is None:
        raise NietGevonden("Deze maatregelzaak is niet gevonden.")
    klant = h.klant(zaak.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(zaak)
    return zaak, klant


def controleer_consulent(h: Handeling, zaak: Maatregelzaak) -> None:
    """Raise NietBevoegd for anybody but a werkconsulent or the consulent of this zaak (DEV-MTR-504)."""
    if not h.actor.heeft(Rol.WERKCONSULENT) and zaak.consulent_id != h.actor.medewerker_id:
        raise NietBevoegd("Dit doet de consulent op wiens naam de zaak staat, of een werkconsulent.")


def zaken_van(h: Handeling, klant_id: UUID) -> list[Zaakbeeld]:
    """Show the zaken of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return beelden(h, db.zaken(h.sessie, [klant.id]))


def beeld(h: Handeling, zaak: Maatregelzaak) -> Zaakbeeld:
    """Show a zaak."""
    return beelden(h, [zaak])[0]


def beelden(h: Handeling, zaken: Sequence[Maatregelzaak]) -> list[Zaakbeeld]:
    """Show zaken, with two queries however many there are."""
    h.sessie.flush()
    nummers = [zaak.id for zaak in zaken]
    stappen, standen = db.stappen(h.sessie, nummers), besluiten.besluiten_over(h.sessie, nummers)
    return [
        Zaakbeeld(
            zaak,
            [stap for stap in stappen if stap.zaak_id == zaak.id],
            [stand for stand in standen if stand.besluit.onderwerp_id == zaak.id],
        )
        for zaak in zaken
    ]


def trek_in(h: Handeling, opdracht: MaatregelzaakvervalOpdracht, zaak_id: UUID) -> Maatregelzaak:
    """Let a zaak lapse as somebody asks it, on the version that was seen. Raises as ``laat_vervallen``."""
    zaak, _ = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    return laat_vervallen(h, opdracht, zaak_id)


def laat_vervallen(h: Handeling, opdracht: MaatregelzaakvervalOpdracht, zaak_id: UUID) -> Maatregelzaak:
    """End a zaak without a decision that counts, such as after a correction of the presentielijst.

    Raises Conflict once the besluit was sent: that can only be undone by another besluit.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    if zaak.status in (Zaakstatus.BEKENDGEMAAKT, Zaakstatus.VERVALLEN):
        raise Conflict(f"Deze zaak is al {zaak.status.value} en kan niet meer vervallen.", "zaak_afgesloten")
    zaak.status = Zaakstatus.VERVALLEN
    zaak.reden_vervallen = opdracht.reden
    sluit_taken(h, zaak.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, zaak.id, status=Termijnstatus.VERVALLEN)
    leg_vast(h, Soort.MAATREGELZAAK_VERVALLEN, zaak, klant, {"gedraging": zaak.gedraging})
    werk_signaal_bij(h, klant)
    return zaak
