"""Gevolgen: what toetsing and bekendmaking of a besluit do to a zaak of the taaleis."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.db.taaleis.zaak import Taaleiszaak, Taalzaakstatus
from app.domain.kern.fouten import Conflict
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.taaleis.beslissing import Beslissing
from app.domain.taaleis.dossier import Taaldictum
from app.domain.taaleis.toetsen_weging import VERWIJT, toets_toetser
from app.services.bezwaar.behandelen import verleg_bezwaar
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.taaleis.bijwerken import werk_bij
from app.services.taaleis.taken import Taaksoort, vraag
from app.services.taaleis.zaken import vind


def onderwerp(h: Handeling, zaak_id: UUID) -> Taaleiszaak:
    """Find the zaak of a besluit."""
    return vind(h, zaak_id)[0]


def toetsen_toetser(_zaak: Taaleiszaak, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_toetser(str(besluit.genomen_door), toetser),)


def getoetst(h: Handeling, klant: Klant, zaak: Taaleiszaak, toetsing: Besluittoetsing) -> None:
    """Move the zaak on to the dispatch, or back to the besluiter with the reason."""
    _controleer_status(zaak)
    sluit_taken(h, zaak.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        zaak.status = Taalzaakstatus.GETOETST
        vraag(h, klant, zaak, Taaksoort.VERZENDING)
    else:
        zaak.status = Taalzaakstatus.OPEN
        vraag(h, klant, zaak, Taaksoort.BESLUIT, AFGEKEURD)


def bekendgemaakt(h: Handeling, zaak: Taaleiszaak, besluit: Besluit) -> dict[str, Any] | None:
    """End the zaak, let taken and terms follow; return what the uitkeringsadministratie must process."""
    _controleer_status(zaak)
    klant = h.klant(zaak.klant_id)
    zaak.status = Taalzaakstatus.BEKENDGEMAAKT
    sluit_taken(h, zaak.id)
    beslissing = Beslissing.model_validate_json(besluit.beslissing_bytes)
    if _zonder_verwijt(beslissing):
        vraag(h, klant, zaak, Taaksoort.ONTHEFFING)
    if besluit.vervangt is not None:
        verleg_bezwaar(h, klant, besluit.vervangt, besluit.id)
    werk_bij(h, klant)
    return _mutatie(beslissing, besluit)


def _zonder_verwijt(beslissing: Beslissing) -> bool:
    """Tell whether a verlaging was left out because nobody can be blamed (DEV-TAA-522)."""
    niet = {t.voorwaarde for t in beslissing.toetsen if t.uitkomst is Uitkomst.NIET_VOLDAAN}
    return beslissing.dictum is Taaldictum.AFZIEN and VERWIJT in niet


def _mutatie(beslissing: Beslissing, besluit: Besluit) -> dict[str, Any] | None:
    vast = {"soort": besluit.soort, "besluitId": besluit.id, "dictum": besluit.dictum}
    verlaging, einde = beslissing.verlaging, beslissing.einde
    if verlaging is not None:
        return vast | {
            "van": verlaging.van,
            "tot": verlaging.tot,
            "procent": format(verlaging.procent, "f"),
            "bedragen": [{"maand": regel.maand, "bedrag": regel.bedrag} for regel in verlaging.bedragen],
            "totaal": verlaging.totaal,
            "grondslag": verlaging.grondslag.model_dump(mode="json"),
        }
    if einde is not None:
        return vast | {
            "per": einde.per,
            "vervangt": einde.besluit_id,
            "bedragen": [{"maand": regel.maand, "bedrag": regel.bedrag} for regel in einde.bedragen],
            "vervalt": einde.vervalt,
        }
    return None


def _controleer_status(zaak: Taaleiszaak) -> None:
    """Raise Conflict for a zaak that lapsed: its besluit cannot go on."""
    if zaak.status is Taalzaakstatus.VERVALLEN:
        raise Conflict("De zaak van dit besluit is vervallen.", "zaak_vervallen")
