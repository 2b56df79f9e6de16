"""A zaak of beschut werk as it is shown, the places of a year, and who waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import besluit as besluiten
from app.db.beschutwerk import plek as plekken
from app.db.beschutwerk import zaak as db
from app.db.beschutwerk.plek import Beschutwerkplek
from app.db.beschutwerk.zaak import Beschutwerkoverbrugging, Beschutwerkzaak
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.sessie import verruimd
from app.domain.beleid.model import Versie
from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.beschutwerk.beslissing import Vaststelling, stel_vast
from app.domain.beschutwerk.feiten import VaststellingFeiten
from app.domain.beschutwerk.plek import Wachtende, wachtlijst
from app.domain.doelgroep.categorie import categorie_van
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.services.beschutwerk.opdrachten import BeschutwerkbesluitOpdracht
from app.services.doelgroep.dossier import achtergrond
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Beschutwerkbeeld:
    """A zaak with what the rules say of it now, its places, what bridges the time, and all besluiten."""

    zaak: Beschutwerkzaak
    beoordeling: Vaststelling
    plekken: Sequence[Beschutwerkplek]
    overbruggingen: Sequence[Beschutwerkoverbrugging]
    besluiten: Sequence[Besluitstand]


@dataclass(frozen=True)
class Jaarbeeld:
    """The places of a year, in the unit of the policy, and the readable zaken that wait with their place in the row."""

    versie: Versie[BeschutWerkBeleid]
    jaar: int
    bezet: int
    wachtend: Sequence[tuple[int, Beschutwerkzaak]]
    aantal_wachtend: int


def vind(h: Handeling, zaak_id: UUID, *, vergrendel: bool = False) -> tuple[Beschutwerkzaak, Klant]:
    """Find a zaak; ``vergrendel`` locks the dossier and reads the zaak again under the lock."""
    zaak = db.zaak(h.sessie, h.actor, zaak_id)
    if zaak is None:
        raise NietGevonden("Deze zaak is niet gevonden.")
    klant = h.klant(zaak.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(zaak)
    return zaak, klant


def feiten_van(
    h: Handeling, klant: Klant, zaak: Beschutwerkzaak, besluit: BeschutwerkbesluitOpdracht | None = None
) -> VaststellingFeiten:
    """Collect the facts of a zaak, with what the besluiter adds."""
    return VaststellingFeiten(
        initiatief=zaak.initiatief,
        groep=zaak.groep,
        in_doelgroep=categorie_van(achtergrond(h, klant).eerdere, h.vandaag) is not None,
        voorselectie_op=zaak.voorselectie_op,
        advies_gevraagd_op=zaak.advies_gevraagd_op,
        advies=zaak.advies,
        afwijkreden=besluit.afwijkreden if besluit else None,
        motivering=besluit.motivering if besluit else None,
        besluiter=str(h.actor.medewerker_id) if besluit else None,
    )


def beleid_op(h: Handeling, gemeente: str, dag: date) -> Versie[BeschutWerkBeleid]:
    """Return the policy of a day."""
    return h.beleid.geldend(BeschutWerkBeleid, gemeente, dag)


def beeld(h: Handeling, zaak: Beschutwerkzaak) -> Beschutwerkbeeld:
    """Show a zaak."""
    h.sessie.flush()
    klant = h.klant(zaak.klant_id, vergrendel=False)
    eigen = plekken.plekken(h.sessie, [zaak.id])
    return Beschutwerkbeeld(
        zaak=zaak,
        beoordeling=stel_vast(feiten_van(h, klant, zaak), beleid_op(h, klant.gemeente, h.vandaag).beleid, h.vandaag),
        plekken=eigen,
        overbruggingen=db.overbruggingen(h.sessie, [zaak.id]),
        besluiten=besluiten.besluiten_over(h.sessie, [zaak.id, *(plek.id for plek in eigen)]),
    )


def bekijk(h: Handeling, zaak_id: UUID) -> Beschutwerkbeeld:
    """Find and show a zaak."""
    return beeld(h, vind(h, zaak_id)[0])


def bekijk_zaken(h: Handeling, klant_id: UUID) -> list[Beschutwerkbeeld]:
    """Show the zaken of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, zaak) for zaak in db.zaken(h.sessie, klant.id)]


def op_lijst(h: Handeling, gemeente: str, dag: date, beleid: BeschutWerkBeleid) -> tuple[Wachtende, ...]:
    """Return the waiting list in its order, whoever may see them: a place in the row is one for everybody."""
    with verruimd(h.sessie, h.actor):
        rijen = db.wachtenden(h.sessie, h.actor.organisatie, gemeente, dag)
        wachtend = [
            Wachtende(zaak=rij.id, initiatief_op=rij.datum, vastgesteld_op=rij.vastgesteld_op or rij.datum)
            for rij in rijen
        ]
    return wachtlijst(wachtend, beleid)


def bezet_op(h: Handeling, gemeente: str, dag: date, beleid: BeschutWerkBeleid) -> int:
    """Count what is taken of the year of ``dag``, whoever may see them."""
    with verruimd(h.sessie, h.actor):
        return plekken.bezet(h.sessie, h.actor.organisatie, gemeente, dag, beleid.eenheid.waarde)


def bekijk_jaar(h: Handeling, gemeente: str, jaar: int | None) -> Jaarbeeld:
    """Show the places of a year and who waits now. Raises OngeldigeInvoer for another municipality."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    dag = h.vandaag if jaar in (None, h.vandaag.year) else date(jaar or h.vandaag.year, 1, 1)
    versie = beleid_op(h, gemeente, dag)
    lijst = op_lijst(h, gemeente, h.vandaag, versie.beleid)
    zichtbaar = db.leesbare(h.sessie, h.actor, [wie.zaak for wie in lijst])
    return Jaarbeeld(
        versie=versie,
        jaar=dag.year,
        bezet=bezet_op(h, gemeente, dag, versie.beleid),
        wachtend=[(nr, zichtbaar[wie.zaak]) for nr, wie in enumerate(lijst, 1) if wie.zaak in zichtbaar],
        aantal_wachtend=len(lijst),
    )
