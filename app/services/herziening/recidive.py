"""Recidive after a maatregel was taken back: later ones that counted it are computed again from their stored facts."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluitstand, Besluitstatus
from app.db.herziening import herziening as db
from app.db.herziening.herziening import LOPEND
from app.db.klant import Klant
from app.domain.maatregel.beslissing import Beslissing, beslis
from app.domain.maatregel.feiten import EerdereMaatregel, ZaakFeiten
from app.domain.maatregel.herziening.feiten import Herzieningsgrond, Maandregel
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, bewaarde_feiten
from app.services.besluit.rekenaars import MAATREGEL
from app.services.handeling import Handeling
from app.services.herziening.openen import HerzieningOpdracht, open_over
from app.services.herziening.regels import heeft_bedragen, maandregels
from app.services.herziening.taken import Taaksoort, vraag

_AANLEIDING = "Een eerdere maatregel, die hier als recidive meetelde, is ingetrokken of herroepen."
_VERZONDEN = (Besluitstatus.BEKENDGEMAAKT, Besluitstatus.VERVANGEN)


def herbereken_recidive(h: Handeling, klant: Klant, vervallen: UUID) -> None:
    """Open a herziening of every later maatregel that would have been lighter without the one that fell away.

    ``vervallen`` is a besluit that stands no longer; ``klant`` is locked. A later besluit that was changed since is
    put before a person without a proposal, because its amounts rest on more than these facts.
    """
    h.sessie.flush()
    alle = {stand.besluit.id: stand for stand in besluiten.besluiten_van(h.sessie, [klant.id])}
    weg = _eerste(alle, vervallen)
    if weg is None or weg.soort != MAATREGEL:
        return
    for stand in list(alle.values()):
        if stand.besluit.soort != MAATREGEL or stand.status not in _VERZONDEN or stand.besluit.id == weg.id:
            continue
        zonder = _zonder(bewaarde_feiten(stand.besluit), weg)
        if zonder is not None:
            _leg_voor(h, klant, stand, zonder, _geldend(alle, stand))


def _eerste(alle: dict[UUID, Besluitstand], besluit_id: UUID) -> Besluit | None:
    """Follow a besluit back to the first one that it stands for."""
    stand = alle.get(besluit_id)
    while stand is not None and stand.besluit.vervangt is not None:
        stand = alle.get(stand.besluit.vervangt)
    return None if stand is None else stand.besluit


def _geldend(alle: dict[UUID, Besluitstand], stand: Besluitstand) -> Besluitstand:
    """Follow a besluit on to the one that holds now."""
    while stand.vervanging is not None:
        stand = alle[stand.vervanging.besluit_id]
    return stand


def _zonder(feiten: ZaakFeiten, weg: Besluit) -> ZaakFeiten | None:
    """Leave the fallen maatregel out of the facts; None when it did not count in them."""
    verlaging = beslissing_van(weg).verlaging
    eerdere = feiten.eerdere_maatregelen or ()
    over = tuple(e for e in eerdere if not _is(e, weg, verlaging.gedraging if verlaging else None))
    return None if len(over) == len(eerdere) else feiten.model_copy(update={"eerdere_maatregelen": over})


def _is(eerder: EerdereMaatregel, weg: Besluit, gedraging: str | None) -> bool:
    return eerder.besluit_datum == weg.peildatum and eerder.gedraging == gedraging


def _leg_voor(h: Handeling, klant: Klant, stand: Besluitstand, zonder: ZaakFeiten, geldend: Besluitstand) -> None:
    besluit = stand.besluit
    nieuw: Beslissing = beslis(zonder, bewaard_beleid(h, besluit), besluit.peildatum)
    regels = maandregels(besluit, nieuw)
    if regels == maandregels(besluit, beslissing_van(besluit)) or not heeft_bedragen(geldend.besluit):
        return
    lopend = [rij for rij in db.herzieningen(h.sessie, [geldend.besluit.id]) if rij.status in LOPEND]
    if lopend:
        vraag(h, klant, lopend[0], Taaksoort.BESLUIT, _AANLEIDING)
        return
    opdracht = HerzieningOpdracht(grond=Herzieningsgrond.RECIDIVE_VERVALLEN, aanleiding=_AANLEIDING)
    zeker = geldend is stand and nieuw.verlaging is not None
    open_over(h, klant, geldend.besluit.id, opdracht, list(_binnen(regels, besluit)) if zeker else None)


def _binnen(regels: tuple[Maandregel, ...], besluit: Besluit) -> Iterator[Maandregel]:
    """Keep a proposal within what was decided: never more in a month than the klant was told."""
    toen = {regel.maand: regel.bedrag for regel in maandregels(besluit, beslissing_van(besluit))}
    for regel in regels:
        if regel.maand in toen:
            yield regel.model_copy(update={"bedrag": min(regel.bedrag, toen[regel.maand])})
