"""Sturing on the offer: which voorzieningen were granted, and to whom (DEV-VRZ-906)."""

from __future__ import annotations

from dataclasses import dataclass

from app.db.sturing import voorziening as db
from app.domain.kern.rollen import Rol
from app.domain.sturing.kwartaal import Kwartaal
from app.domain.sturing.voorzieninginzet import Inzetgeval, Inzetregel, tel_voorzieningen
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.services.handeling import Handeling
from app.services.sturing.kring import beleid_van, kies_kwartaal, ruime_kring


@dataclass(frozen=True)
class Voorzieningcijfers:
    """The numbers of a quarter, with the names of the voorzieningen."""

    kwartaal: Kwartaal
    regels: tuple[Inzetregel, ...]
    namen: dict[str, str]
    kleinste_cel: int


def tel_inzet(h: Handeling, jaar: int, nummer: int) -> Voorzieningcijfers:
    """Count what was granted and began in a quarter: of the own team, or of all for a policy officer."""
    kwartaal, grens = kies_kwartaal(h, jaar, nummer), beleid_van(h).kleinste_cel.waarde
    namen = _namen(h, kwartaal)
    kring = ruime_kring(h, h.actor.teams if h.actor.heeft(Rol.TEAMLEIDER) else None)
    rijen = db.ingezet(h.sessie, kring, (kwartaal.van, kwartaal.tot))
    gevallen = [Inzetgeval(code=rij.code, klantgroep=rij.klantgroep) for rij in rijen]
    return Voorzieningcijfers(kwartaal, tel_voorzieningen(gevallen, list(namen), grens), namen, grens)


def _namen(h: Handeling, kwartaal: Kwartaal) -> dict[str, str]:
    """Return the offer of the last day of the quarter in the own gemeenten that have a policy."""
    dag = min(kwartaal.tot, h.vandaag)
    bekend = [gemeente for gemeente in h.actor.gemeenten if gemeente in h.beleid.gemeenten()]
    beleid = [h.beleid.geldend(VoorzieningBeleid, gemeente, dag).beleid for gemeente in bekend]
    return {regel.code: regel.naam for deel in beleid for regel in deel.voorzieningen.waarde}
