"""Which part of a guide is for this klant."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from app.domain.gesprek.leidraad import Leidraad, Thema, Voorwaarden, Vraag
from app.domain.gesprek.soort import Antwoordwaarde, Formulierdeel, Markering
from app.domain.kern.klantgroep import Klantgroep


class LeidraadFeiten(BaseModel):
    """What decides on the questions: markers, klantgroep, what the form lacks, and what was answered before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    markeringen: frozenset[Markering] = frozenset()
    klantgroep: Klantgroep | None = None
    ontbrekende_delen: frozenset[Formulierdeel] = frozenset()
    antwoorden: Mapping[str, Antwoordwaarde] = {}


def pas_toe(leidraad: Leidraad, feiten: LeidraadFeiten) -> Leidraad:
    """Return the guide with only what applies to this klant (DEV-AMB-013, DEV-SCR-014).

    A theme with nothing left in it is left out.
    """
    themas = (_thema(thema, feiten) for thema in leidraad.themas if _thema_geldt(thema, feiten))
    return leidraad.model_copy(update={"themas": tuple(t for t in themas if t.vragen or t.aandachtspunten)})


def geldt(voorwaarden: Voorwaarden, feiten: LeidraadFeiten) -> bool:
    """Tell whether something is meant for this klant."""
    bij = not voorwaarden.bij or not feiten.markeringen.isdisjoint(voorwaarden.bij)
    groep = not voorwaarden.klantgroepen or feiten.klantgroep in voorwaarden.klantgroepen
    return bij and groep and feiten.markeringen.isdisjoint(voorwaarden.niet_bij)


def _thema_geldt(thema: Thema, feiten: LeidraadFeiten) -> bool:
    deel = thema.formulierdeel
    return geldt(thema, feiten) and (deel is None or deel in feiten.ontbrekende_delen)


def _thema(thema: Thema, feiten: LeidraadFeiten) -> Thema:
    vragen = tuple(vraag for vraag in thema.vragen if geldt(vraag, feiten) and _aan_de_beurt(vraag, feiten))
    punten = tuple(punt for punt in thema.aandachtspunten if geldt(punt, feiten))
    return thema.model_copy(update={"vragen": vragen, "aandachtspunten": punten})


def _aan_de_beurt(vraag: Vraag, feiten: LeidraadFeiten) -> bool:
    """Tell that the question this one follows on is not answered yet, or answered in the way that leads here."""
    if vraag.na is None or vraag.na.vraag not in feiten.antwoorden:
        return True
    gegeven = feiten.antwoorden[vraag.na.vraag]
    return vraag.na.waarde in gegeven if isinstance(gegeven, tuple) else gegeven == vraag.na.waarde
