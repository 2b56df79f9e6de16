"""Messages about stukken: the list with how to get them, the aanvultermijn, and the reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from app.db.klant import Klant
from app.domain.bericht.beleid import BerichtBeleid
from app.domain.bericht.bewijsmiddelen import Bewijsmiddel, Huishouden, bewijsmiddelenlijst
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.norm import Leefvorm
from app.services.bericht.gegevens import consulentgegevens, inkomensconsulent_van, moment_op
from app.services.bericht.klaarzetten import zet_klaar
from app.services.handeling import Handeling
from app.services.taak import begin_van

HERINNERINGEN = (Sjabloon.STUKKEN_HERINNERING, Sjabloon.STUKKEN_NA_TERMIJN)


def lijst_voor(h: Handeling, klant: Klant, *, jongere: bool) -> tuple[Bewijsmiddel, ...]:
    """Return the documents that this klant must hand in (DEV-AAN-017)."""
    wie = Huishouden(
        partners=klant.leefvorm is Leefvorm.GEHUWD,
        medebewoners=klant.kostendelende_medebewoners,
        jongere=jongere,
        kenmerken=frozenset(map(Kenmerk, klant.kenmerken)),
    )
    beleid = h.beleid.geldend(BerichtBeleid, klant.gemeente, h.vandaag).beleid
    return bewijsmiddelenlijst(wie, beleid.bewijsmiddelen.waarde)


def stuur_lijst(h: Handeling, klant: Klant, verzoek_id: UUID, stukken: Iterable[str], uiterlijk: date) -> None:
    """Send the list of what is asked, with the last day and how to make it (DEV-AAN-017)."""
    gegevens = consulentgegevens(h, inkomensconsulent_van(h, klant))
    gegevens |= {"stukken": list(stukken), "inleveren_uiterlijk": uiterlijk}
    zet_klaar(h, klant, Sjabloon.BEWIJSMIDDELENLIJST, gegevens, onderwerp_id=verzoek_id)


def stuur_aanvulbrief(h: Handeling, klant: Klant, verzoek_id: UUID, stukken: Iterable[str], uiterlijk: date) -> None:
    """Make the letter with the aanvultermijn ready to print (Awb 4:5)."""
    gegevens = consulentgegevens(h, inkomensconsulent_van(h, klant))
    gegevens |= {"stukken": list(stukken), "uiterlijk": uiterlijk}
    zet_klaar(h, klant, Sjabloon.STUKKEN_AANVULTERMIJN, gegevens, onderwerp_id=verzoek_id, kanaal=Berichtkanaal.BRIEF)


def plan_herinneringen(
    h: Handeling, klant: Klant, verzoek_id: UUID, stukken: Iterable[str], dagen: tuple[date, date, date]
) -> None:
    """Queue the SMS before the end of the aanvultermijn and the one after it (DEV-AAN-009, DEV-AAN-016).

    ``dagen`` are the day of the first one, the last day of the term, and the day of the second one.
    """
    eerste, uiterlijk, tweede = dagen
    gegevens = consulentgegevens(h, inkomensconsulent_van(h, klant))
    gegevens |= {"stukken": list(stukken), "uiterlijk": uiterlijk}
    na = begin_van(uiterlijk + timedelta(days=1))
    for sjabloon, dag, niet_na in ((HERINNERINGEN[0], eerste, na), (HERINNERINGEN[1], tweede, None)):
        moment = moment_op(h, klant, dag)
        zet_klaar(h, klant, sjabloon, gegevens, onderwerp_id=verzoek_id, niet_voor=moment, niet_na=niet_na)
