"""Conditions on the steps before the decision: invitation, hersteltermijn, no-shows and hearing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.domain.kern.datum import datum_voluit
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import werkdagen_tussen
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Procedure
from app.domain.maatregel.bouwsteen import gewoon, toets
from app.domain.maatregel.feiten import BriefSoort, Verzending, Wijze, ZaakFeiten

_BEIDE = frozenset({Wijze.AANGETEKEND, Wijze.REGULIER})


def hersteltermijn_nodig(feiten: ZaakFeiten, rij: Gedraging) -> bool:
    """Tell whether a hersteltermijn must precede: always after a kick-off, else unless the klant came (DEV-MTR-513)."""
    if rij.procedure is Procedure.HERSTELTERMIJN:
        return not feiten.hoor.gehoord
    return rij.procedure is Procedure.KICK_OFF


def brieven(feiten: ZaakFeiten) -> tuple[Verzending, ...]:
    """Return the dispatches of the last hersteltermijn: those for the latest gesprek."""
    alle = [v for v in feiten.verzendingen if v.soort is BriefSoort.HERSTELTERMIJN]
    laatste = max((v.gesprek_op for v in alle), default=None)
    return tuple(v for v in alle if v.gesprek_op == laatste)


def dag_van_beide(post: tuple[Verzending, ...]) -> date | None:
    """Return the first day on which the letter went both registered (with its number) and regular (DEV-MTR-514)."""
    for dag in sorted({v.datum_verzonden for v in post}):
        op_dag = [v for v in post if v.datum_verzonden == dag]
        wijzen = frozenset[Wijze]().union(*(v.wijze for v in op_dag))
        if wijzen >= _BEIDE and any(v.kenmerk_aangetekend for v in op_dag if Wijze.AANGETEKEND in v.wijze):
            return dag
    return None


def laatste_gesprek(feiten: ZaakFeiten) -> date | None:
    """Return the day of the last gesprek for which the klant was invited."""
    return max((v.gesprek_op for v in feiten.verzendingen), default=None)


def weggebleven(feiten: ZaakFeiten, rij: Gedraging) -> bool:
    """Tell whether the klant stayed away from an invitation; of a kick-off any no-show is one."""
    if rij.procedure is Procedure.KICK_OFF:
        return bool(feiten.no_shows)
    return any(v.gesprek_op in feiten.no_shows for v in feiten.verzendingen if v.soort is BriefSoort.UITNODIGING)


def toets_beurt_hersteltermijn(
    rij: Gedraging, gesprekken: Collection[date], no_shows: Collection[date], verzonden_op: date
) -> Toets:
    """Offer a hersteltermijn only after the day of an invitation passed without the klant (DEV-MTR-513)."""
    weg = any(gesprek in no_shows and gesprek <= verzonden_op for gesprek in gesprekken)
    return toets(
        "stap_aan_de_beurt",
        weg or rij.procedure is not Procedure.HERSTELTERMIJN,
        grondslagen.HANDHAVING,
        "De klant kwam niet op de uitnodiging.",
        "Een hersteltermijn kan pas als de klant niet kwam op het gesprek van de uitnodiging; leg dat eerst vast.",
        verzonden_op=verzonden_op,
        laatste_gesprek=max(gesprekken, default=None),
    )


def toets_no_shows(feiten: ZaakFeiten, rij: Gedraging, peildatum: date) -> Toets:
    """Count the no-shows: the kick-off knows a maatregel only at the second (DEV-NOS-003, DEV-NOS-004)."""
    aantal = len({dag for dag in feiten.no_shows if dag <= peildatum})
    return toets(
        "no_shows",
        aantal >= rij.no_shows,
        grondslagen.KICK_OFF,
        f"De klant kwam {aantal} keer niet, zonder bericht.",
        f"De klant kwam {aantal} keer niet; een maatregel kan pas na {rij.no_shows} keer.",
        aantal=aantal,
        nodig=rij.no_shows,
    )


def toets_uitnodiging(feiten: ZaakFeiten, peildatum: date) -> Toets:
    """Ask for a written invitation, sent before the gesprek (DEV-MTR-513, DEV-MTR-515)."""
    verzonden = [
        v.datum_verzonden
        for v in feiten.verzendingen
        if v.soort is BriefSoort.UITNODIGING and v.wijze and v.datum_verzonden <= min(v.gesprek_op, peildatum)
    ]
    return toets(
        "uitnodiging_verzonden",
        bool(verzonden),
        grondslagen.HANDHAVING,
        "De klant is schriftelijk uitgenodigd.",
        "Er is geen schriftelijke uitnodiging vastgelegd.",
        eerste_verzending=min(verzonden, default=None),
    )


def toets_hersteltermijn(post: tuple[Verzending, ...], beleid: MaatregelBeleid) -> Toets:
    """Ask for both letters on one day: registered (with its number) and regular."""
    dag = dag_van_beide(post)
    return toets(
        "hersteltermijn_verzonden",
        dag is not None,
        beleid.hersteltermijn_werkdagen.grondslag,
        "De hersteltermijn is op dezelfde dag aangetekend en met gewone post verzonden.",
        "De hersteltermijn is niet op dezelfde dag aangetekend (met kenmerk) én met gewone post verzonden.",
        verzonden_op=dag,
        wijzen=tuple(sorted({w.value for v in post for w in v.wijze})),
    )


def toets_werkdagen(post: tuple[Verzending, ...], beleid: MaatregelBeleid) -> Toets:
    """Count the full werkdagen between the dispatch and the gesprek, both days excluded (DEV-MTR-514)."""
    verzonden = dag_van_beide(post) or max(v.datum_verzonden for v in post)
    gesprek, nodig = post[0].gesprek_op, beleid.hersteltermijn_werkdagen.waarde
    aantal = werkdagen_tussen(verzonden, gesprek)
    return toets(
        "hersteltermijn_werkdagen",
        aantal >= nodig,
        beleid.hersteltermijn_werkdagen.grondslag,
        f"Tussen de verzending en het gesprek lagen {aantal} volle werkdagen; er zijn er {nodig} nodig.",
        f"Tussen de verzending en het gesprek lagen maar {aantal} volle werkdagen; er zijn er {nodig} nodig.",
        verzonden_op=verzonden,
        gesprek_op=gesprek,
        werkdagen=aantal,
        nodig=nodig,
    )


def toets_reactie(feiten: ZaakFeiten, post: tuple[Verzending, ...], peildatum: date) -> Toets:
    """Ask that the gesprek of the hersteltermijn has passed, and the klant stayed away or was heard (DEV-MTR-513)."""
    gesprek = post[0].gesprek_op
    bekend = True if feiten.hoor.gehoord or gesprek in feiten.no_shows else None
    return toets(
        "hersteltermijn_afgelopen",
        bekend if gesprek < peildatum else False,
        grondslagen.HANDHAVING,
        "De klant reageerde niet op de hersteltermijn, of is gehoord.",
        f"De hersteltermijn loopt nog: het gesprek is op {datum_voluit(gesprek)}.",
        "Niet vastgelegd is of de klant op het gesprek van de hersteltermijn kwam.",
        gesprek_op=gesprek,
        niet_verschenen=gesprek in feiten.no_shows,
        gehoord=feiten.hoor.gehoord,
    )


def toetsen_hersteltermijn(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return the conditions on the hersteltermijn; without any letter only the first one is asked."""
    post = brieven(feiten)
    eerste = toets_hersteltermijn(post, beleid)
    if not post:
        return (eerste,)
    return eerste, toets_werkdagen(post, beleid), toets_reactie(feiten, post, peildatum)


def wederhoor_geadviseerd(beleid: MaatregelBeleid, rij: Gedraging | None) -> bool:
    """Tell whether wederhoor is advised and no obligation, once the hersteltermijn was ignored (DEV-MTR-518)."""
    return rij is not None and any(stap.wederhoor_geadviseerd for stap in beleid.stappenplan(rij).stappen)


def _kansen_voorbij(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> bool:
    """Tell whether the klant let both written chances pass where a further hearing is only advised."""
    post = brieven(feiten)
    genegeerd = bool(post) and post[0].gesprek_op in feiten.no_shows and post[0].gesprek_op < peildatum
    geadviseerd = wederhoor_geadviseerd(beleid, beleid.gedraging(feiten.regime, feiten.gedraging))
    return geadviseerd and genegeerd and dag_van_beide(post) is not None


def toets_horen(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Toets:
    """Ask for a hearing with its statement, or for a call and a stated exception (DEV-MTR-506).

    Who was heard before the gedraging was not heard about it (Awb 4:8). Where wederhoor is only advised, two written
    chances are enough (DEV-MTR-518).
    """
    hoor = feiten.hoor
    if hoor.gehoord is None and _kansen_voorbij(feiten, beleid, peildatum):
        ja = "De klant is twee keer schriftelijk gevraagd en kwam niet; wederhoor is hier geadviseerd, niet verplicht."
        eigen = {"gehoord": None, "afgezien_van_wederhoor": hoor.afgezien_van_wederhoor}
        return toets("gehoord", True, grondslagen.HOREN, ja, **eigen)
    return _toets_gehoord(feiten, beleid, peildatum)


def _toets_gehoord(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Toets:
    hoor = feiten.hoor
    op_tijd = hoor.datum is not None and feiten.gedraging_datum <= hoor.datum <= peildatum
    gevraagd = op_tijd and hoor.kanaal is not None
    uitzondering = hoor.reden_niet_horen in beleid.horen_uitzonderingen.waarde
    goed = None if hoor.gehoord is None else gevraagd and (hoor.verklaring_vastgelegd if hoor.gehoord else uitzondering)
    ja = f"Niet gehoord, met een geldige reden: {gewoon(hoor.reden_niet_horen or '')}."
    return toets(
        "gehoord",
        goed,
        grondslagen.HOREN,
        "De klant is gehoord." if hoor.gehoord else ja,
        "Dag (sinds de gedraging), kanaal en verklaring ontbreken, of er is geen geldige reden om niet te horen.",
        "De klant is nog niet gehoord.",
        gehoord=hoor.gehoord,
        datum=hoor.datum,
        kanaal=hoor.kanaal,
        reden_niet_horen=hoor.reden_niet_horen,
    )
