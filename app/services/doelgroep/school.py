"""What the facts of a jongere do to the indeling, and the indeling to the facts."""

from __future__ import annotations

from app.db.doelgroep import feiten as db
from app.db.indeling import Indeling
from app.db.klant import Klant
from app.db.taak import Termijnstatus
from app.domain.doelgroep.jongere import WAJONG_TERMIJN, WajongAfgewezen, wajongtermijn
from app.domain.doelgroep.school import Schooloverdracht
from app.domain.doelgroep.soorten import lees_feit
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.services.doelgroep.dossier import beleid_van, geldende_feiten
from app.services.handeling import Handeling
from app.services.taak import bewaak, sluit_taken_van_klant, sluit_termijnen


def is_overgedragen(h: Handeling, klant: Klant) -> bool:
    """Tell whether a school handed over this vso-pro jongere, with its document (DEV-JON-009)."""
    if Kenmerk.VSO_PRO not in klant.kenmerken:
        return False
    return any(isinstance(lees_feit(regel.feit.gegevens), Schooloverdracht) for regel in geldende_feiten(h, klant))


def volg_indeling(h: Handeling, klant: Klant, indeling: Indeling) -> None:
    """Close the task of the handover; run the three years of Groeien when the Wajong did not fit (DEV-JON-006)."""
    sluit_taken_van_klant(h, klant, "vso_pro_indelen")
    feiten = [(regel.feit.id, lees_feit(regel.feit.gegevens)) for regel in geldende_feiten(h, klant)]
    afgewezen = next((id_ for id_, feit in reversed(feiten) if isinstance(feit, WajongAfgewezen)), None)
    if afgewezen is None:
        return
    for termijn in db.lopende_termijnen(h.sessie, klant.id, (WAJONG_TERMIJN,)):
        sluit_termijnen(h, termijn.onderwerp_id, WAJONG_TERMIJN, status=Termijnstatus.VERVALLEN)
    if indeling.klantgroep is Klantgroep.GROEIEN:
        bewaking = wajongtermijn(indeling.van, beleid_van(h, klant).beleid)
        bewaak(h, bewaking.termijn, klant, afgewezen, bewaking.vervolg)
