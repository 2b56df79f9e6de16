"""Sturing on the participatiemakelaar: what came of the referrals of a quarter (DEV-EVA-501)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.db.sturing import makelaar as db
from app.domain.kern.periode import Periode
from app.domain.kern.rollen import Rol
from app.domain.makelaar.beleid import Besliscode, MakelaarBeleid
from app.domain.sturing.kwartaal import Kwartaal
from app.domain.sturing.makelaarinzet import Makelaargeval, Makelaarregel, duur_van, tel_makelaarinzet
from app.services.handeling import Handeling
from app.services.sturing.kring import beleid_van, kies_kwartaal, ruime_kring


@dataclass(frozen=True)
class Makelaarcijfers:
    """The numbers of a quarter, with the titles of the besliscodes."""

    kwartaal: Kwartaal
    regels: tuple[Makelaarregel, ...]
    codes: tuple[Besliscode, ...]
    kleinste_cel: int


def tel_inzet(h: Handeling, jaar: int, nummer: int) -> Makelaarcijfers:
    """Count the referrals that were closed in a quarter: of the own team, or of all for a policy officer."""
    kwartaal, grens = kies_kwartaal(h, jaar, nummer), beleid_van(h).kleinste_cel.waarde
    codes = _codes(h)
    kring = ruime_kring(h, h.actor.teams if h.actor.heeft(Rol.TEAMLEIDER) else None)
    gevallen = [
        Makelaargeval(
            doel=rij.doel,
            klantgroep=rij.klantgroep,
            duur=duur_van(_hulp(rij.start, rij.teruggekoppeld_op)),
            besliscode=rij.besliscode,
        )
        for rij in db.gesloten(h.sessie, kring, (kwartaal.van, kwartaal.tot))
    ]
    return Makelaarcijfers(kwartaal, tel_makelaarinzet(gevallen, [c.code for c in codes], grens), codes, grens)


def _codes(h: Handeling) -> tuple[Besliscode, ...]:
    """Return the besliscodes of the own gemeenten with a policy; what is used besides is counted too."""
    bekend = [gemeente for gemeente in h.actor.gemeenten if gemeente in h.beleid.gemeenten()]
    alle = [h.beleid.geldend(MakelaarBeleid, gemeente, h.vandaag).beleid.besliscodes.waarde for gemeente in bekend]
    return tuple({code.code: code for codes in alle for code in codes}.values())


def _hulp(start: date, laatste: date) -> Periode:
    """Return the half-open period from the begin up to and including the day of the final report."""
    return Periode(van=start, tot=laatste + timedelta(days=1))
