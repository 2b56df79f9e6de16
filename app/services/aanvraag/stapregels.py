"""What a step leaves behind: its record, the follow-up werkproces, and the taak of whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from uuid_utils.compat import uuid7

from app.db import taak as taken
from app.db.aanvraag import beschikking
from app.db.aanvraag.aanvraag import Aanvraagstap
from app.db.aanvraag.beschikking import Conceptstatus
from app.db.taak import Taakstatus
from app.domain.aanvraag.klasse import team_van
from app.domain.aanvraag.soorten import Aanvraagstatus, Leeftijdsklasse, Stapdaad, Stapstand
from app.domain.aanvraag.stappen import Stapregel, huidige_stap
from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.aanvraag.dossier import Aanvraagdossier, beleid_op, leg_samen_vast, stappen_van
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken

_SCREENING: Final = 3
_VERVOLG: Final = "vervolgwerkproces_aangemaakt"
_BEURT: Final = {
    2: Taaksoort.AANMAKEN,
    3: Taaksoort.SCREENING,
    4: Taaksoort.TOEWIJZEN,
    5: Taaksoort.INLEVEREN,
    6: Taaksoort.TOELICHTEN,
    7: Taaksoort.SCANNEN,
    8: Taaksoort.CONTROLEREN,
    9: Taaksoort.SR_SCREENEN,
    10: Taaksoort.BESLISSEN,
}
"""The taak that waits for whose turn it is; steps 11 and 12 get theirs from the besluit."""


def stapregel(h: Handeling, d: Aanvraagdossier, regel: Stapregel) -> None:
    """Store what was recorded of a step."""
    h.sessie.add(
        Aanvraagstap(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=d.klant.id,
            aanvraag_id=d.aanvraag.id,
            nr=regel.nr,
            soort=regel.soort,
            delen=list(regel.delen),
            datum=regel.datum,
            reden=regel.reden,
            tijdstip=h.nu,
            medewerker_id=h.actor.medewerker_id,
        )
    )


def vink(
    h: Handeling, d: Aanvraagdossier, nr: int, delen: Iterable[str], *, datum: date, reden: str | None = None
) -> None:
    """Tick off parts of a step, and record it; the caller has checked that it is its turn."""
    regel = Stapregel(nr=nr, soort=Stapdaad.AFGEVINKT, delen=tuple(delen), datum=datum, reden=reden)
    stapregel(h, d, regel)
    leg_samen_vast(h, Soort.AANVRAAG_STAP_GEZET, d, {"nr": nr, "delen": list(regel.delen), "datum": datum})


def open_vervolg(h: Handeling, d: Aanvraagdossier) -> None:
    """Open the werkproces of KonnecteD or JOLO once the screening was held and reported (DEV-AAN-005)."""
    stap = stappen_van(h, d.aanvraag)[_SCREENING - 1]
    if _VERVOLG in stap.gedaan or set(stap.stap.delen) - {_VERVOLG} - set(stap.gedaan):
        return
    jonger = d.aanvraag.leeftijdsklasse is Leeftijdsklasse.JONGER
    soort = Taaksoort.WERKPROCES_JOLO if jonger else Taaksoort.WERKPROCES_KONNECTED
    beleid = beleid_op(h, d, d.melding.meldingsdatum).beleid
    d.aanvraag.team = team_van(d.aanvraag.leeftijdsklasse, beleid).code
    if not taken.alle_taken_over(h.sessie, d.aanvraag.id, soort):
        voorstel = taak(soort, tel_werkdagen(h.vandaag, beleid.opvolgen_werkdagen.waarde))
        maak_taak(h, voorstel, Bestemming(d.aanvraag.id, d.klant))
    vink(h, d, _SCREENING, [_VERVOLG], datum=h.vandaag)


def werk_taken_bij(h: Handeling, d: Aanvraagdossier) -> None:
    """Put the taak of the step whose turn it is in the werkvoorraad, and let those of other steps lapse."""
    beelden = stappen_van(h, d.aanvraag)
    stap = huidige_stap(beelden)
    nu = _BEURT.get(stap.nr) if stap and d.aanvraag.status is Aanvraagstatus.IN_BEHANDELING else None
    staat = {open_.soort for open_ in taken.open_taken(h.sessie, d.aanvraag.id, tuple(_BEURT.values()))}
    for nr, soort in _BEURT.items():
        if soort in staat - {nu}:
            gezet = beelden[nr - 1].stand is Stapstand.GEZET
            sluit_taken(h, d.aanvraag.id, soort, status=Taakstatus.GEDAAN if gezet else Taakstatus.VERVALLEN)
    if nu is not None and nu not in staat:
        dagen = beleid_op(h, d, d.melding.meldingsdatum).beleid.opvolgen_werkdagen.waarde
        maak_taak(h, taak(nu, tel_werkdagen(h.vandaag, dagen)), Bestemming(d.aanvraag.id, d.klant))


def neem_besluit_terug(h: Handeling, d: Aanvraagdossier) -> None:
    """Handle an aanvraag again on which was decided but of which nothing was sent: the draft counts once more."""
    d.aanvraag.status = Aanvraagstatus.IN_BEHANDELING
    for concept in beschikking.concepten(h.sessie, d.aanvraag.id)[-1:]:
        concept.status, concept.afgesloten_op = Conceptstatus.GELDIG, None
    for soort in (Taaksoort.VERZENDEN, Taaksoort.UITVOEREN):
        sluit_taken(h, d.aanvraag.id, soort, status=Taakstatus.VERVALLEN)


def klaar_met(h: Handeling, d: Aanvraagdossier, *soorten: Taaksoort) -> None:
    """Close the taken that this deed has done."""
    sluit_taken(h, d.aanvraag.id, *soorten)
