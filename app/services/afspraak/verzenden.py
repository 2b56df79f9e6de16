"""How the invitation to an appointment and its SMS were sent: the evidence that the klant could know."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.klant import Klant
from app.domain.afspraak.uitnodiging import UitnodigingFeiten, UitnodigingSoort, Uitnodigingswijze, toets_uitnodiging
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid
from app.services.afspraak.ketens import laatste_gevolg, werk_keten_bij
from app.services.afspraak.moment import dag_van
from app.services.afspraak.opdrachten import VerzendOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def toetsen_uitnodiging(h: Handeling, klant: Klant, afspraak: Afspraak, keten: list[Afspraak]) -> tuple[Toets, ...]:
    """Test the invitation; a letter that still has to go counts as sent today."""
    norm = h.beleid.geldend(MaatregelBeleid, klant.gemeente, h.vandaag).beleid.hersteltermijn_werkdagen
    feiten = UitnodigingFeiten(
        soort=afspraak.uitnodiging,
        dag=dag_van(afspraak),
        verzonden_op=afspraak.verzonden_op or h.vandaag,
        wijzen=frozenset(Uitnodigingswijze(wijze) for wijze in afspraak.wijzen),
        na=laatste_gevolg(keten),
    )
    return toets_uitnodiging(feiten, norm)


def controleer_verzending(h: Handeling, opdracht: VerzendOpdracht, klant: Klant, pad: str = "") -> dict[str, str]:
    """Return what is wrong with a dispatch: a day to come, an e-mail without a known address (DEV-MTR-515)."""
    dagen: dict[str, date | None] = {"verzondenOp": opdracht.verzonden_op, "smsVerzondenOp": opdracht.sms_verzonden_op}
    toekomst = "Deze dag ligt in de toekomst."
    fouten = {f"{pad}{veld}": toekomst for veld, waarde in dagen.items() if waarde and waarde > h.vandaag}
    if Uitnodigingswijze.EMAIL in opdracht.wijzen and not klant.email:
        fouten[f"{pad}wijzen"] = "Van deze klant is geen e-mailadres bekend."
    if opdracht.kenmerk_aangetekend and Uitnodigingswijze.AANGETEKEND not in opdracht.wijzen:
        fouten[f"{pad}kenmerkAangetekend"] = "Dit kenmerk hoort bij aangetekende verzending."
    return fouten


def zet_verzending(h: Handeling, afspraak: Afspraak, opdracht: VerzendOpdracht) -> None:
    """Put the dispatch on an appointment; without a day the letter went today."""
    afspraak.verzonden_op = opdracht.verzonden_op or h.vandaag
    afspraak.wijzen = [wijze.value for wijze in dict.fromkeys(opdracht.wijzen)]
    afspraak.kenmerk_aangetekend = opdracht.kenmerk_aangetekend
    afspraak.sms_verzonden_op = opdracht.sms_verzonden_op


def leg_verzending_vast(h: Handeling, opdracht: VerzendOpdracht, afspraak_id: UUID) -> tuple[Afspraak, Klant]:
    """Record or correct how the invitation and the SMS were sent (DEV-KIC-502, DEV-MTR-514).

    The proof of an SMS releases what waited for it (DEV-NOS-507). Raises Geweigerd when the hersteltermijn becomes too
    short.
    """
    afspraak, klant = vind_afspraak(h, afspraak_id)
    h.controleer_versie(afspraak)
    fouten = controleer_verzending(h, opdracht, klant)
    for veld, waarde in (("verzondenOp", opdracht.verzonden_op), ("smsVerzondenOp", opdracht.sms_verzonden_op)):
        if waarde and waarde > dag_van(afspraak):
            fouten[veld] = "Deze dag ligt na de afspraak."
    if fouten:
        raise OngeldigeInvoer(fouten)
    eerder = afspraak.verzonden_op
    zet_verzending(h, afspraak, opdracht)
    afspraak.verzonden_op = opdracht.verzonden_op or eerder
    if afspraak.uitnodiging is UitnodigingSoort.HERSTELTERMIJN:
        keten = [deel for deel in db.keten(h.sessie, afspraak.keten_id) if deel.nummer < afspraak.nummer]
        geweigerd = niet_voldaan(toetsen_uitnodiging(h, klant, afspraak, keten))
        if geweigerd:
            raise Geweigerd("Deze verzending voldoet niet als hersteltermijn.", geweigerd)
    werk_keten_bij(h, klant, afspraak)
    inhoud = {"wijzen": afspraak.wijzen, "verzondenOp": afspraak.verzonden_op, "smsOp": afspraak.sms_verzonden_op}
    leg_vast(h, Soort.AFSPRAAK_UITNODIGING_VERZONDEN, afspraak, klant, inhoud)
    return afspraak, klant


def vind_afspraak(h: Handeling, afspraak_id: UUID) -> tuple[Afspraak, Klant]:
    """Find an appointment and lock its klant. Raises NietGevonden, or Conflict for one that lapsed."""
    afspraak = db.afspraak(h.sessie, h.actor, afspraak_id)
    if afspraak is None:
        raise NietGevonden("Deze afspraak is niet gevonden.")
    klant = h.klant(afspraak.klant_id)
    h.sessie.refresh(afspraak)
    if afspraak.vervallen_op is not None:
        raise Conflict("Deze afspraak is vervallen.", "afspraak_vervallen")
    return afspraak, klant
