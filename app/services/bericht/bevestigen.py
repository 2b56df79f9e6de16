"""Confirming a conversation to the klant, reminding of it, and saying that it does not take place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from app.db.agenda.punt import Agendapunt
from app.db.bericht import bericht as db
from app.db.diagnose import uitslag as diagnoses
from app.db.intake.screening import laatste_instrument
from app.db.klant import Klant
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.afspraak.herinnering import HerinneringSoort, herinneringen
from app.domain.bericht.beleid import Afzender, BerichtBeleid
from app.domain.bericht.kanaal import Berichtkanaal, kan_via
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.tijd import dag
from app.services.bericht.gegevens import consulentgegevens, moment_op
from app.services.bericht.ics import als_ics
from app.services.bericht.klaarzetten import bereikbaar, trek_terug, zet_klaar
from app.services.bericht.moment import Gespreksmoment, moment_van_punt
from app.services.handeling import Handeling

_BEVESTIGING: Final = {
    AfspraakSoort.SCREENINGSGESPREK: Sjabloon.SCREENING_BEVESTIGING,
    AfspraakSoort.AMBITIEGESPREK: Sjabloon.AMBITIEGESPREK_BEVESTIGING,
    AfspraakSoort.KICK_OFF: Sjabloon.KICK_OFF_BEVESTIGING,
}
_HERINNERING: Final = {
    AfspraakSoort.SCREENINGSGESPREK: Sjabloon.SCREENING_HERINNERING,
    AfspraakSoort.AMBITIEGESPREK: Sjabloon.AMBITIEGESPREK_HERINNERING,
    AfspraakSoort.KICK_OFF: Sjabloon.KICK_OFF_HERINNERING,
    AfspraakSoort.KENNISMAKINGSGESPREK: Sjabloon.KENNISMAKING_HERINNERING,
}
BEVESTIGINGEN: Final = (*_BEVESTIGING.values(), Sjabloon.AFSPRAAK_BEVESTIGING)
HERINNERINGEN: Final = tuple(_HERINNERING.values())
_MEE: Final = {
    "tolk": "een tolk",
    "begeleider": "uw begeleider",
    "hulpverlener": "uw hulpverlener",
    "netwerk": "iemand uit uw familie of vriendenkring",
}


def bevestig_punt(h: Handeling, punt: Agendapunt, klanten: Sequence[Klant]) -> None:
    """Confirm what was put in the agenda to everyone whom it is about; what was sent about it before lapses."""
    trek_terug(h, punt.onderwerp_id, reden="De afspraak is gewijzigd.")
    for klant in klanten:
        bevestig(h, klant, moment_van_punt(h, punt))


def bevestig(h: Handeling, klant: Klant, moment: Gespreksmoment) -> None:
    """Queue the confirmation and the reminders (DEV-AFS-001 to DEV-AFS-005, DEV-AAN-019).

    Without mail and mobile number the letter of the invitation is the confirmation, when one went.
    """
    gegevens = _gegevens(h, klant, moment)
    ics = als_ics(moment, _afzender(h, klant), h.nu)
    wie = bereikbaar(klant)
    if not moment.uitgenodigd_per_post or kan_via(Berichtkanaal.MAIL, wie) or kan_via(Berichtkanaal.SMS, wie):
        sjabloon = _BEVESTIGING.get(moment.soort, Sjabloon.AFSPRAAK_BEVESTIGING)
        zet_klaar(h, klant, sjabloon, gegevens, onderwerp_id=moment.onderwerp_id, agenda=ics, niet_na=moment.begin)
    _herinner(h, klant, moment, gegevens)


def _herinner(h: Handeling, klant: Klant, moment: Gespreksmoment, gegevens: dict[str, Any]) -> None:
    beleid = h.beleid.geldend(AfspraakBeleid, klant.gemeente, dag(moment.begin)).beleid
    for herinnering in herinneringen(moment.soort, dag(moment.begin), h.vandaag, _dariuz_open(h, klant), beleid):
        zet_klaar(
            h,
            klant,
            herinneringssjabloon(moment.soort, herinnering.soort),
            gegevens,
            onderwerp_id=moment.onderwerp_id,
            niet_voor=moment_op(h, klant, herinnering.dag),
            niet_na=moment.begin,
        )


def herinneringssjabloon(soort: AfspraakSoort, herinnering: HerinneringSoort) -> Sjabloon:
    """Return the text of a reminder; every kind of conversation that the rules remind of has one."""
    return Sjabloon.DARIUZ_HERINNERING if herinnering is HerinneringSoort.DARIUZ else _HERINNERING[soort]


def _dariuz_open(h: Handeling, klant: Klant) -> bool:
    """Tell whether this klant fills in Dariuz, and has not done so yet (DEV-AFS-003)."""
    if laatste_instrument(h.sessie, klant.id) != Diagnoseinstrument.DARIUZ.value:
        return False
    return diagnoses.laatste_volledige(h.sessie, klant.id) is None


def zeg_af_bij_klant(h: Handeling, klant: Klant, moment: Gespreksmoment) -> None:
    """Withdraw what was not sent, and tell who was invited that it does not take place, also to the calendar."""
    gevraagd = moment.uitgenodigd_per_post or db.is_verzonden(h.sessie, moment.onderwerp_id, BEVESTIGINGEN)
    trek_terug(h, moment.onderwerp_id, reden="De afspraak gaat niet door.")
    if not gevraagd or moment.begin <= h.nu:
        return
    zet_klaar(
        h,
        klant,
        Sjabloon.AFSPRAAK_AFGEZEGD,
        _gegevens(h, klant, moment),
        onderwerp_id=moment.onderwerp_id,
        agenda=als_ics(moment, _afzender(h, klant), h.nu, afgezegd=True),
        niet_na=moment.begin,
    )


def _afzender(h: Handeling, klant: Klant) -> Afzender:
    return h.beleid.geldend(BerichtBeleid, klant.gemeente, h.vandaag).beleid.afzender.waarde


def _gegevens(h: Handeling, klant: Klant, moment: Gespreksmoment) -> dict[str, Any]:
    return consulentgegevens(h, moment.medewerker_id) | {
        "soort": moment.soort.value.replace("_", " "),
        "begint": moment.begin,
        "duur_minuten": round((moment.einde - moment.begin).total_seconds() / 60),
        "plaats": moment.plaats,
        "kanaal": moment.kanaal.value,
        "meebrengen": [_MEE[rol] for rol in moment.meebrengen],
        "lvb": Kenmerk.LVB in klant.kenmerken,
    }
