"""Gevolgen: what toetsing and bekendmaking of a maatregelbesluit do to its zaak."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.kern.fouten import Conflict
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets
from app.domain.maatregel.beslissing import Beslissing
from app.domain.maatregel.feiten import Zaaksoort
from app.domain.maatregel.toets_bevoegdheid import toets_toetser, toets_toetsing
from app.services.besluit.lezen import beslissing_van
from app.services.handeling import Handeling
from app.services.herziening.herbeoordelen import plan_herbeoordeling
from app.services.maatregel.navolging import plan_navolging
from app.services.maatregel.taken import Taaksoort, vraag
from app.services.maatregel.zaken import vind
from app.services.taak import sluit_taken


def onderwerp(h: Handeling, zaak_id: UUID) -> Maatregelzaak:
    """Find the zaak of a besluit."""
    return vind(h, zaak_id)[0]


def toetsen_toetser(zaak: Maatregelzaak, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit: neither who decided nor who advised (DEV-MTR-505)."""
    return toets_toetsing(str(besluit.genomen_door), toetser), toets_toetser(str(zaak.adviseur_id), toetser)


def getoetst(h: Handeling, klant: Klant, zaak: Maatregelzaak, toetsing: Besluittoetsing) -> None:
    """Move the zaak on to the dispatch, or back to the besluiter with the reason."""
    _controleer_status(zaak)
    sluit_taken(h, zaak.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        zaak.status = Zaakstatus.GETOETST
        vraag(h, klant, zaak, Taaksoort.VERZENDING)
    else:
        zaak.status = Zaakstatus.GEADVISEERD
        vraag(h, klant, zaak, Taaksoort.BESLUIT, AFGEKEURD)


def bekendgemaakt(h: Handeling, zaak: Maatregelzaak, besluit: Besluit) -> dict[str, Any] | None:
    """End the zaak; return the mutatie for the uitkeringsadministratie when the dictum is a maatregel."""
    _controleer_status(zaak)
    zaak.status = Zaakstatus.BEKENDGEMAAKT
    sluit_taken(h, zaak.id)
    beslissing: Beslissing = beslissing_van(besluit)
    verlaging = beslissing.verlaging
    if verlaging is None:
        return None
    plan_herbeoordeling(h, h.klant(zaak.klant_id), besluit)
    if zaak.soort is Zaaksoort.VERLAGING:
        h.sessie.flush()
        klant, verzonden = h.klant(zaak.klant_id), besluiten.besluiten_over(h.sessie, [zaak.id])[-1].bekendmaking
        plan_navolging(h, klant, zaak, verzonden.verzonden_op if verzonden else h.vandaag, verlaging.tot)
    return {
        "soort": besluit.soort,
        "besluitId": besluit.id,
        "dictum": besluit.dictum,
        "regime": zaak.regime,
        "gedraging": verlaging.gedraging,
        "van": verlaging.van,
        "tot": verlaging.tot,
        "bedragen": [{"maand": regel.maand, "bedrag": regel.bedrag} for regel in verlaging.bedragen],
        "blijvend": verlaging.weigering is not None and verlaging.weigering.maanden is None,
        "totaal": verlaging.totaal,
        "grondslag": verlaging.grondslag.model_dump(mode="json"),
    }


def _controleer_status(zaak: Maatregelzaak) -> None:
    """Raise Conflict for a zaak that lapsed: its besluit cannot go on."""
    if zaak.status is Zaakstatus.VERVALLEN:
        raise Conflict("De zaak van dit besluit is vervallen.", "zaak_vervallen")
