"""Recidive after a maatregel was taken back: later ones that counted it are computed again from their stored facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluitstand, Besluitstatus
from app.db.herziening import herziening as db
from app.db.herziening.herziening import LOPEND
from app.db.klant import Klant
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.beslissing import Beslissing, beslis
from app.domain.maatregel.feiten import EerdereMaatregel, ZaakFeiten
from app.domain.maatregel.herziening.feiten import Herzieningsgrond, Maandregel
from app.domain.maatregel.sanctie import herijk
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, bewaarde_feiten
from app.services.besluit.rekenaars import MAATREGEL
from app.services.handeling import Handeling
from app.services.herziening.openen import HerzieningOpdracht, open_over
from app.services.herziening.regels import heeft_bedragen, maandregels
from app.services.herziening.taken import Taaksoort, vraag

_AANLEIDING = "Een eerdere maatregel, die hier als recidive meetelde, is ingetrokken of herroepen."


@dataclass(frozen=True)
class Eerder:
    """A maatregel of the klant, and whether anything of it still stands."""

    besluit: Besluit
    staat: bool


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
    maatregelen = [
        Eerder(deel.besluit, _staat(alle, deel)) for deel in alle.values() if deel.besluit.soort == MAATREGEL
    ]
    for stand in list(alle.values()):
        if stand.besluit.soort != MAATREGEL or stand.status not in _VERZONDEN or stand.besluit.id == weg.id:
            continue
        zonder = _zonder(bewaarde_feiten(stand.besluit), weg, bewaard_beleid(h, stand.besluit), maatregelen)
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


def _staat(alle: dict[UUID, Besluitstand], stand: Besluitstand) -> bool:
    """Tell whether anything is left of a besluit: neither it nor what changed it was withdrawn."""
    while stand.status is Besluitstatus.VERVANGEN and stand.vervanging is not None:
        stand = alle[stand.vervanging.besluit_id]
    return stand.status is not Besluitstatus.INGETROKKEN


def _zonder(
    feiten: ZaakFeiten, weg: Besluit, beleid: MaatregelBeleid, maatregelen: Sequence[Eerder]
) -> ZaakFeiten | None:
    """Leave what fell away out of the facts, and lower the steps that it lifted; None when it did not count in them."""
    eerdere = feiten.eerdere_maatregelen or ()
    if not any(_is(eerder, weg) for eerder in eerdere):
        return None
    over: list[tuple[EerdereMaatregel, ZaakFeiten]] = []
    for eerder in eerdere:
        rij = next((deel for deel in maatregelen if _is(eerder, deel.besluit)), None)
        if rij is None or rij.staat:
            toen = feiten.model_copy(update={"gedraging_datum": eerder.besluit_datum})
            over.append((eerder, bewaarde_feiten(rij.besluit) if rij else toen))
    return feiten.model_copy(update={"eerdere_maatregelen": herijk(over, beleid)})


def _is(eerder: EerdereMaatregel, besluit: Besluit) -> bool:
    verlaging = beslissing_van(besluit).verlaging
    return (
        verlaging is not None and eerder.besluit_datum == besluit.peildatum and eerder.gedraging == verlaging.gedraging
    )


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
