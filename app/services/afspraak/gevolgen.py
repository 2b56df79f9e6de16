"""Carrying out what follows on a no-show: taken and a maatregelzaak, and taking them back."""

from __future__ import annotations

from uuid import UUID

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.agenda import punt as agenda
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, Sessie, Vervolgstap
from app.domain.afspraak.kick_off import eerste_sessie
from app.domain.afspraak.no_show import Gevolg, taken_bij_no_show
from app.domain.agenda.soorten import Gesprekskanaal
from app.domain.kern.datum import dag_voluit
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.tijd import dag
from app.domain.maatregel.beleid import MaatregelBeleid
from app.services.afspraak.zaken import laat_zaak_vervallen, open_zaak
from app.services.blokkering.no_show import NoShow, neem_no_show_terug, registreer_no_show
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken

_ZAKEN = frozenset({Vervolgstap.MAATREGELZAAK, Vervolgstap.MAATREGELVOORSTEL})
_CONTACT = frozenset(
    {
        Vervolgstap.BELLEN,
        Vervolgstap.BLOKKEREN,
        Vervolgstap.BLOKKEREN_NA_CONTACTLADDER,
        Vervolgstap.HERSTELTERMIJN,
    }
)
_OPNIEUW = frozenset({Vervolgstap.OPNIEUW_UITNODIGEN, Vervolgstap.NIEUWE_AFSPRAAK})


def voer_uit(h: Handeling, klant: Klant, afspraak: Afspraak, gevolg: Gevolg, beleid: AfspraakBeleid) -> None:
    """Do every step of a no-show: open a maatregelzaak, or put a taak in the werkvoorraad.

    A step that is held back only asks for the check on which it waits (DEV-NOS-507). Where contact must be sought or a
    block comes near, the no-show is a situation of the room blokkering as well (DEV-BLK-501).
    """
    if not _CONTACT.isdisjoint(gevolg.stappen):
        punt = agenda.punt_van(h.sessie, afspraak.id)
        thuis = punt is not None and punt.kanaal is Gesprekskanaal.HUISBEZOEK
        registreer_no_show(h, klant, NoShow(afspraak.keten_id, dag(afspraak.begint), gevolg.nummer, thuis))
    for stap, voorstel in zip(gevolg.stappen, taken_bij_no_show(gevolg, h.vandaag, beleid), strict=True):
        if stap in _ZAKEN and stap not in gevolg.aangehouden:
            zaak = open_zaak(h, klant, afspraak, stap)
            if isinstance(zaak, UUID):
                afspraak.maatregelzaak_id = zaak
                continue
            voorstel = voorstel.model_copy(update={"wat": f"De maatregelzaak is niet vanzelf geopend: {zaak}"})
        if stap in _OPNIEUW and afspraak.soort is AfspraakSoort.KICK_OFF:
            voorstel = _met_sessie(h, klant, voorstel, stap)
        maak_taak(h, voorstel, Bestemming(afspraak.id, klant))


def neem_terug(h: Handeling, afspraak: Afspraak) -> None:
    """Take back what came from this appointment: its open taken lapse, and so does the maatregelzaak.

    Raises Conflict when something was decided in that zaak.
    """
    sluit_taken(h, afspraak.id, status=Taakstatus.VERVALLEN)
    if afspraak.gevolg:
        nummer = int(afspraak.gevolg["gevolg"]["nummer"])
        neem_no_show_terug(h, afspraak.klant_id, afspraak.keten_id, nummer)
    if afspraak.maatregelzaak_id:
        laat_zaak_vervallen(h, afspraak.maatregelzaak_id)
        afspraak.maatregelzaak_id = None


def eerste_plek(h: Handeling, gemeente: str, klantgroep: Klantgroep, werkdagen: int) -> Sessie | None:
    """Find the first bijeenkomst with room that leaves this many werkdagen after today (DEV-NOS-003)."""
    beleid = h.beleid.geldend(AfspraakBeleid, gemeente, h.vandaag).beleid
    sessies = [
        Sessie(sessie_id=str(rij.id), klantgroep=rij.klantgroep, dag=dag(rij.begint), ingeschreven=rij.ingeschreven)
        for rij in db.geplande(h.sessie, gemeente, klantgroep, h.nu)
    ]
    return eerste_sessie(sessies, h.vandaag, werkdagen, beleid)


def _met_sessie(h: Handeling, klant: Klant, voorstel: TaakVoorstel, stap: Vervolgstap) -> TaakVoorstel:
    """Name the first bijeenkomst that leaves enough time, if one is planned."""
    if klant.klantgroep is None:
        return voorstel
    norm = h.beleid.geldend(MaatregelBeleid, klant.gemeente, h.vandaag).beleid.hersteltermijn_werkdagen
    werkdagen = norm.waarde if stap is Vervolgstap.OPNIEUW_UITNODIGEN else 0
    plek = eerste_plek(h, klant.gemeente, klant.klantgroep, werkdagen)
    zin = f"De eerste bijeenkomst die kan, is op {dag_voluit(plek.dag)}." if plek else "Plan eerst een bijeenkomst."
    return voorstel.model_copy(update={"wat": f"{voorstel.wat} {zin}"})
