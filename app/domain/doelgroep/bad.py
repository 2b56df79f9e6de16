"""BAD and the VIP-training of statushouders: what has an order or a limit."""

from __future__ import annotations

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Achtergrond, Gevolg, Taakregel, later
from app.domain.doelgroep.statushouder import (
    BadAfspraak,
    BadLening,
    BadToezegging,
    Bijvol,
    VipInschrijving,
    toets_statushouder,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.rollen import Rol

INGESCHREVEN, WACHTLIJST = "ingeschreven", "wachtlijst"
TOEZEGGING_TAAK = "bad_toezegging_mailen"


def gevolg_lening(_feit: BadLening, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Keep what was agreed; where BAD waits for a commitment, the IC mails it (DEV-DOE-010, DEV-DIG-020)."""
    wacht = beleid.bad_afspraak_na_toezegging
    wat = "Mail het BAD dat de uitkering (zeer waarschijnlijk) wordt toegekend."
    waarom = "Het BAD wacht daarop voordat de lening wordt getekend."
    regel = Taakregel(TOEZEGGING_TAAK, wat, waarom, Rol.INKOMENSCONSULENT, wacht.grondslag)
    nodig = wacht.waarde and rond.laatste(BadToezegging) is None
    return Gevolg(
        voorwaarden=(toets_statushouder(rond),), taken=(regel.op(later(rond.vandaag, beleid)),) if nodig else ()
    )


def gevolg_toezegging(_feit: BadToezegging, rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Close the task to mail BAD (DEV-DIG-020)."""
    return Gevolg(voorwaarden=(toets_statushouder(rond),), klaar=(TOEZEGGING_TAAK,))


def gevolg_afspraak(feit: BadAfspraak, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Ask for the commitment before the appointment to sign, while the policy says so (DEV-DIG-020)."""
    wacht, mail = beleid.bad_afspraak_na_toezegging, rond.laatste(BadToezegging)
    na = mail is not None and mail.datum <= feit.datum
    zin = "De inkomensconsulent heeft het BAD eerst gemaild dat de uitkering waarschijnlijk wordt toegekend."
    volgorde = maak_toets("toezegging_voor_afspraak", na or not wacht.waarde, wacht.grondslag, {}, zin)
    return Gevolg(voorwaarden=(toets_statushouder(rond), volgorde))


def gevolg_vip(feit: VipInschrijving, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Take a place while the calendar year has one; else refuse, wait or override with a reason (DEV-DOE-013)."""
    norm = beleid.vip_max_per_jaar
    vol = rond.vip_bezet >= norm.waarde
    gezien = {"bezet": rond.vip_bezet, "hoogstens": norm.waarde, "jaar": feit.datum.year}
    zin = f"In {feit.datum.year} is nog plaats: hoogstens {norm.waarde} statushouders volgen de training."
    plek = maak_toets(
        "plaats_in_vip_training", not vol or feit.bij_vol is not Bijvol.WEIGEREN, norm.grondslag, gezien, zin
    )
    toch = feit.bij_vol is Bijvol.TOCH_INSCHRIJVEN
    reden = "Wie boven het maximum inschrijft, geeft een reden."
    gemotiveerd = maak_toets("reden_boven_maximum", not (vol and toch) or bool(feit.reden), norm.grondslag, {}, reden)
    al = any(isinstance(eerder, VipInschrijving) and eerder.datum.year == feit.datum.year for eerder in rond.eerdere)
    dubbel = "De klant staat dit jaar nog niet op de lijst; trek een eerdere inschrijving eerst in."
    eenmaal = maak_toets("nog_niet_ingeschreven", not al, norm.grondslag, {}, dubbel)
    return Gevolg(
        voorwaarden=(toets_statushouder(rond), eenmaal, plek, gemotiveerd),
        signalen=(maak_toets("binnen_maximum", not vol, norm.grondslag, gezien, zin),),
        uitkomst=WACHTLIJST if vol and feit.bij_vol is Bijvol.WACHTLIJST else INGESCHREVEN,
    )
