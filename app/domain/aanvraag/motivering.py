"""Motivering: the reasons of a besluit on an aanvraag as the letter tells them (Awb 3:46)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.domain.aanvraag.feiten import GROND, AanvraagFeiten, Aanvraagkeuze, NormFeit, RedenGeenRecht
from app.domain.kern.datum import datum_voluit
from app.domain.kern.werkdagen import EEN_DAG

_REDEN: Final[dict[RedenGeenRecht, str]] = {
    RedenGeenRecht.STUDERENDE_JONGERE: "jonger is dan 27 jaar en onderwijs volgt of kan volgen dat het Rijk bekostigt",
    RedenGeenRecht.ONWILLIGE_JONGERE: "jonger is dan 27 jaar en duidelijk de verplichtingen niet wil nakomen",
    RedenGeenRecht.GEEN_RECHTMATIG_VERBLIJF: "geen verblijfsrecht heeft dat recht geeft op bijstand",
    RedenGeenRecht.DETENTIE: "vastzit",
    RedenGeenRecht.VERBLIJF_BUITENLAND: "langer in het buitenland verblijft dan is toegestaan",
    RedenGeenRecht.JONGER_DAN_18: "jonger is dan 18 jaar",
    RedenGeenRecht.VOORLIGGENDE_VOORZIENING: "een beroep kan doen op een andere voorziening, die voorgaat",
    RedenGeenRecht.INKOMEN: "een inkomen heeft dat niet lager is dan de bijstandsnorm",
    RedenGeenRecht.VERMOGEN: "een vermogen heeft dat te hoog is",
    RedenGeenRecht.ANDERE_GEMEENTE: "niet in deze gemeente woont",
    RedenGeenRecht.RECHT_NIET_VAST_TE_STELLEN: "niet alles heeft doorgegeven wat nodig is om het recht vast te stellen",
}


def motiveer(
    dictum: str, feiten: AanvraagFeiten, norm: NormFeit | None, einddatum: date | None, plichten: tuple[str, ...]
) -> tuple[str, ...]:
    """Write the reasons, one sentence or short paragraph each; a draft that cannot be decided yet says so.

    The way to object comes after them, from the besluit itself (``bezwaarclausule``).
    """
    return tuple(_zinnen(dictum, feiten, norm, einddatum, plichten))


def _zinnen(
    dictum: str, feiten: AanvraagFeiten, norm: NormFeit | None, einddatum: date | None, plichten: tuple[str, ...]
) -> Iterator[str]:
    aanvraag = feiten.aanvraagdatum
    yield f"U meldde zich op {datum_voluit(feiten.meldingsdatum)}" + (
        f" en vroeg op {datum_voluit(aanvraag)} een bijstandsuitkering aan." if aanvraag else "."
    )
    if dictum == "voorleggen":
        yield "Dit is een concept: er kan nog niet worden beslist."
        return
    if feiten.keuze is Aanvraagkeuze.BUITEN_BEHANDELING:
        yield from _buiten_behandeling(feiten)
        return
    yield from _zonder_recht(feiten)
    if norm is not None and feiten.ingangsdatum is not None:
        yield f"De uitkering gaat in op {datum_voluit(feiten.ingangsdatum)}. {norm.toelichting}"
    if einddatum is not None:
        yield (
            f"De uitkering is tijdelijk, tot en met {datum_voluit(einddatum - EEN_DAG)}: "
            "een huisbezoek moet nog duidelijk maken hoe u woont."
        )
    yield from plichten


def _zonder_recht(feiten: AanvraagFeiten) -> Iterator[str]:
    """Tell why a person has no right, without saying who: the letter has the names."""
    samen = len(feiten.personen) > 1
    for nummer, persoon in enumerate(feiten.personen):
        if persoon.reden is None:
            continue
        wie = "De aanvrager" if nummer == 0 else "De partner"
        slot = "Voor de ander geldt dan een andere norm." if samen and feiten.toekennend else ""
        grond = GROND[persoon.reden]
        yield f"{wie} heeft geen recht op bijstand omdat hij of zij {_REDEN[persoon.reden]} ({grond}). {slot}".strip()


def _buiten_behandeling(feiten: AanvraagFeiten) -> Iterator[str]:
    tot = feiten.stukken.aanvultermijn_tot
    yield "Wij laten uw aanvraag buiten behandeling, omdat stukken ontbreken die nodig zijn om te beslissen."
    termijn = f"tot en met {datum_voluit(tot)} " if tot else ""
    yield f"U kreeg {termijn}de tijd om de aanvraag aan te vullen (artikel 4:5, lid 1, Awb)."
    yield "U kunt altijd een nieuwe aanvraag doen."
