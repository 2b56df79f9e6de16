"""Queueing a message from a template, and withdrawing what was not sent yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.bericht import bericht as db
from app.db.bericht.bericht import Bericht, Berichtstatus
from app.db.bericht.tekstmal import vul_in
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.bericht.beleid import BerichtBeleid, Berichtregels, Berichttekst
from app.domain.bericht.kanaal import Bereikbaarheid, Berichtkanaal, kan_via, kies_kanaal
from app.domain.bericht.sjabloon import BLOK, EIGEN, Sjabloon, variabelen
from app.domain.bericht.taken import BELLEN, MISLUKT, onbereikbaartaak
from app.domain.kern.tijd import dag
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken

OPGEMAAKT = frozenset({Berichtkanaal.MAIL, Berichtkanaal.BRIEF})
"""The channels whose text gets a salutation and a closing."""


class Waarover(TypedDict, total=False):
    """What a message is about, and what is not left to the policy: channel, first and last moment, iCalendar."""

    onderwerp_id: Required[UUID]
    kanaal: Berichtkanaal | None
    niet_voor: datetime | None
    niet_na: datetime | None
    agenda: str | None
    facultatief: bool


def zet_klaar(
    h: Handeling, klant: Klant, sjabloon: Sjabloon, gegevens: Mapping[str, Any], **waarover: Unpack[Waarover]
) -> Bericht | None:
    """Queue a message about ``onderwerp_id``, not to be sent before ``niet_voor`` (now) nor after ``niet_na``.

    ``gegevens`` are exactly the template's own variables. ``kanaal`` is a wish: it is followed when the template has a
    text for it and the klant can be reached that way; else the order of the policy decides (DEV-AFS-001). When no
    channel is left, a person gets a taak to call (unless it is ``facultatief``), and None is returned.
    """
    if gegevens.keys() != EIGEN[sjabloon]:
        raise ValueError(f"{sjabloon}: {sorted(gegevens.keys() ^ EIGEN[sjabloon])} hoort er niet bij of ontbreekt")
    versie = h.beleid.geldend(BerichtBeleid, klant.gemeente, h.vandaag)
    tekst = versie.beleid.tekst(sjabloon)
    niet_voor = max(waarover.get("niet_voor") or h.nu, h.nu)
    kanaal = _kies(tekst, klant, waarover.get("kanaal"))
    if kanaal is None:
        if waarover.get("facultatief"):
            return None
        voorstel = onbereikbaartaak(sjabloon.value.replace("_", " "), dag(niet_voor))
        maak_taak(h, voorstel, Bestemming(waarover["onderwerp_id"], klant), vanaf=dag(niet_voor))
        return None
    bericht = _rij(h, klant, kanaal, niet_voor)
    bericht.sjabloon, bericht.beleid_id = sjabloon.value, versie.id
    bericht.onderwerp_id, bericht.agenda = waarover["onderwerp_id"], waarover.get("agenda")
    bericht.niet_na = waarover.get("niet_na")
    gevuld = {**gegevens, **_altijd(versie.beleid, klant)}
    bericht.onderwerp, bericht.inhoud = schrijf(versie.beleid, sjabloon, kanaal, gevuld)
    h.sessie.add(bericht)
    return bericht


def _rij(h: Handeling, klant: Klant, kanaal: Berichtkanaal, niet_voor: datetime) -> Bericht:
    is_brief = kanaal is Berichtkanaal.BRIEF
    return Bericht(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        kanaal=kanaal,
        gemaakt_op=h.nu,
        gemaakt_door=h.actor.medewerker_id,
        niet_voor=niet_voor,
        status=Berichtstatus.AF_TE_DRUKKEN if is_brief else Berichtstatus.WACHTEND,
        volgende_poging=None if is_brief else niet_voor,
        pogingen=0,
        versie=1,
    )


def schrijf(
    regels: Berichtregels, sjabloon: Sjabloon, kanaal: Berichtkanaal, gegevens: Mapping[str, Any]
) -> tuple[str, str]:
    """Return the subject and the content of a message; mails and letters get a salutation and a closing."""
    tekst = regels.tekst(sjabloon)
    if BLOK in variabelen(sjabloon):
        gegevens = {**gegevens, BLOK: vul_in(regels.afspraakblok.waarde, gegevens)}
    romp = vul_in(tekst.voor(kanaal) or "", gegevens)
    if kanaal in OPGEMAAKT:
        aanhef, slot = (vul_in(deel.waarde, gegevens) for deel in (regels.aanhef, regels.slot))
        romp = f"{aanhef}\n\n{romp}\n\n{slot}"
    return " ".join(vul_in(tekst.onderwerp, gegevens).split()), romp


def trek_terug(h: Handeling, onderwerp_id: UUID, *sjablonen: Sjabloon, reden: str | None = None) -> int:
    """Withdraw the unsent messages about a subject (all, or only these kinds); return how many there were.

    A message that a worker has in hand at this moment may still go out: it then counts as sent.
    """
    h.sessie.flush()
    rijen = db.onverzonden(h.sessie, onderwerp_id, sjablonen)
    _neem_alle_terug(h, rijen, reden or "Niet meer nodig.")
    if not sjablonen:
        sluit_taken(h, onderwerp_id, BELLEN, status=Taakstatus.VERVALLEN)
    return len(rijen)


def _neem_alle_terug(h: Handeling, rijen: Sequence[Bericht], reden: str) -> None:
    """Let unsent messages lapse; nobody has to look after one that failed any more."""
    for bericht in rijen:
        if bericht.status is Berichtstatus.MISLUKT:
            sluit_taken(h, bericht.id, MISLUKT, status=Taakstatus.VERVALLEN)
        neem_terug(bericht, reden)
        bericht.versie += 1


def trek_terug_van_klant(h: Handeling, klant: Klant, *sjablonen: Sjabloon, reden: str) -> None:
    """Withdraw the unsent messages of these kinds to a klant, whatever they are about."""
    h.sessie.flush()
    _neem_alle_terug(h, db.onverzonden_van_klant(h.sessie, klant.id, sjablonen), reden)


def neem_terug(bericht: Bericht, reden: str) -> None:
    """Let one unsent message lapse."""
    bericht.status = Berichtstatus.TERUGGETROKKEN
    bericht.volgende_poging = None
    bericht.reden = reden


def bereikbaar(klant: Klant) -> Bereikbaarheid:
    """Return how a klant can be reached."""
    return Bereikbaarheid(klant.email, klant.telefoon)


def _kies(tekst: Berichttekst, klant: Klant, wens: Berichtkanaal | None) -> Berichtkanaal | None:
    wie, met_tekst = bereikbaar(klant), [kanaal for kanaal in Berichtkanaal if tekst.voor(kanaal)]
    if wens is not None and wens in met_tekst and kan_via(wens, wie):
        return wens
    return kies_kanaal(tekst.volgorde, met_tekst, wie)


def _altijd(regels: Berichtregels, klant: Klant) -> dict[str, Any]:
    afzender, digitaal = regels.afzender.waarde, regels.videobellen.waarde
    return {
        "naam": klant.naam,
        "gemeente": afzender.gemeente,
        "afzender": afzender.naam,
        "afzender_telefoon": afzender.telefoon,
        "afzender_whatsapp": afzender.whatsapp,
        "afzender_email": afzender.email,
        "afzender_adres": list(afzender.adres),
        "videobellen_uitleg": digitaal.uitleg,
        "videobellen_video": digitaal.instructievideo,
        "videobellen_tips": list(digitaal.tips),
        "videobellen_hulp": digitaal.hulpnummer,
    }
