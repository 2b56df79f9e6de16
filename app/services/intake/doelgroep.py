"""What the intake knows of doelgroepen: facts that come with a melding, and conditions for closing a screening."""

from __future__ import annotations

from datetime import date

from app.db import taak as taken
from app.db.klant import Klant
from app.domain.doelgroep.bijzonder import Adresopgave
from app.domain.doelgroep.centrumgemeente import toets_sluiten_centrumgemeente, wil_ambitiegesprek
from app.domain.doelgroep.jongere import STARTKWALIFICATIE_TAAK, BekendBij, Startkwalificatie, startkwalificatietaak
from app.domain.kern.toets import Toets
from app.services.doelgroep.dossier import achtergrond, beleid_van
from app.services.doelgroep.registreren import registreer
from app.services.handeling import Handeling
from app.services.intake.opdrachten import MeldingPersoonOpdracht
from app.services.taak import Bestemming, maak_taak


def leg_opgaven_vast(h: Handeling, klant: Klant, wie: MeldingPersoonOpdracht, meldingsdatum: date) -> None:
    """Record what the form says of a doelgroep (DEV-JON-007, DEV-JON-019, DEV-DOE-004)."""
    if wie.bekend_bij is not None:
        registreer(h, klant, BekendBij(soort="bekend_bij", datum=meldingsdatum, **wie.bekend_bij.model_dump()))
    if wie.adresopgave is not None:
        velden = {"adres": wie.adresopgave.adres, "verblijfsgemeente": wie.adresopgave.verblijfsgemeente}
        registreer(h, klant, Adresopgave(soort="adresopgave", datum=meldingsdatum, **velden))
    _vraag_startkwalificatie(h, klant, meldingsdatum)


def _vraag_startkwalificatie(h: Handeling, klant: Klant, meldingsdatum: date) -> None:
    """Ask once for the startkwalificatie of a jongere (DEV-JON-007)."""
    beleid, rond = beleid_van(h, klant).beleid, achtergrond(h, klant)
    bekend = rond.laatste(Startkwalificatie) is not None
    if bekend or not rond.is_jongere(meldingsdatum, beleid):
        return
    if not taken.open_taken_van_klant(h.sessie, klant.id, (STARTKWALIFICATIE_TAAK,)):
        maak_taak(h, startkwalificatietaak(h.vandaag, beleid), Bestemming(klant.id, klant))


def sluittoets(h: Handeling, klant: Klant) -> tuple[Toets, ...]:
    """Return the condition for who stays in a gemeente around without an address; none for others (DEV-DOE-006)."""
    toets = toets_sluiten_centrumgemeente(achtergrond(h, klant), beleid_van(h, klant).beleid)
    return (toets,) if toets.feiten["geldt"] else ()


def ic_wil_ambitiegesprek(h: Handeling, klant: Klant) -> bool:
    """Tell whether the IC wants an ambitiegesprek: not when that was decided as centrumgemeente (DEV-DOE-006)."""
    return wil_ambitiegesprek(achtergrond(h, klant))
