"""The check at start-up: every subject, every municipality, every stretch of its timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from pydantic import ValidationError

from app.domain.beleid.fouten import BeleidOngeldig, Probleem, uit_validatie
from app.domain.beleid.model import Beleid
from app.domain.beleid.pakket import NL, Pakket
from app.domain.beleid.register import Register
from app.domain.beleid.samenvoegen import dubbel, voorgangers
from app.domain.beleid.schakeling import Niveau, VasteSchakeling
from app.domain.kern.fouten import BeleidOntbreekt

KADER = "NL/kader"


def controleer(register: Register) -> None:
    """Check all packs against their models, the national frame and each other.

    Raises:
        BeleidOngeldig: with every problem found, each naming the pack, the field and what would be right.
    """
    problemen = [*_kader(register), *_paketten(register), *_opvolging(register)]
    for gemeente in register.gemeenten():
        for soort in register.modellen.values():
            problemen += _soort(register, soort, gemeente)
    if problemen:
        raise BeleidOngeldig(problemen)


def _kader(register: Register) -> Iterator[Probleem]:
    for term in register.kader.open_termen:
        naam = f"{term.soort}.{term.veld}"
        model = register.modellen.get(term.soort)
        if model is None or term.veld not in model.model_fields:
            yield Probleem(KADER, naam, "is onbekend; verwijder het of verbeter de naam")
    for eerste, tweede in combinations(register.kader.open_termen, 2):
        zelfde = (eerste.soort, eerste.veld) == (tweede.soort, tweede.veld)
        if zelfde and (eerste.geldt_op(tweede.van) or tweede.geldt_op(eerste.van)):
            yield Probleem(KADER, f"{tweede.soort}.{tweede.veld}", "staat er tweemaal voor dezelfde dagen")


def _paketten(register: Register) -> Iterator[Probleem]:
    for pakket in register.paketten:
        model = register.modellen.get(pakket.soort)
        if model is None:
            bekend = ", ".join(sorted(register.modellen))
            yield Probleem(pakket.plaats, "soort", f"({pakket.soort}) is onbekend; goed is een van: {bekend}")
        else:
            yield from _velden(pakket, model)


def _velden(pakket: Pakket, model: type[Beleid]) -> Iterator[Probleem]:
    try:
        model.model_validate(pakket.waarden)
    except ValidationError as fout:
        for detail, probleem in zip(fout.errors(), uit_validatie(fout, lambda _: pakket.plaats), strict=True):
            in_andere_laag = detail["type"] == "missing" and len(detail["loc"]) == 1
            if not in_andere_laag:
                yield probleem


def _opvolging(register: Register) -> Iterator[Probleem]:
    for reeks in register.reeksen():
        eerder: dict[str, Pakket] = {}
        for pakket in sorted(reeks, key=lambda p: p.volgorde):
            if pakket.id in eerder:
                yield Probleem(pakket.plaats, "", f"{pakket.id} komt tweemaal voor")
            if pakket.vervangt is not None and pakket.vervangt not in eerder:
                yield Probleem(pakket.plaats, "vervangt", f"({pakket.vervangt}) is geen eerder pakket hiervan")
            eerder[pakket.id] = pakket
        for eerste, tweede in combinations(reeks, 2):
            if _botst(eerste, tweede, reeks):
                yield dubbel(eerste, tweede)


def _botst(eerste: Pakket, tweede: Pakket, reeks: tuple[Pakket, ...]) -> bool:
    opgevolgd = eerste.id in voorgangers(tweede, reeks) or tweede.id in voorgangers(eerste, reeks)
    return eerste.id != tweede.id and not opgevolgd and eerste.overlapt(tweede)


def _soort(register: Register, soort: type[Beleid], gemeente: str) -> Iterator[Probleem]:
    eigen = register.paketten_van(gemeente, soort.soort) or register.paketten_van(NL, soort.soort)
    if not eigen:
        yield Probleem(f"{gemeente}/{soort.soort}", "", "er is geen enkel pakket, landelijk noch van de gemeente")
        return
    begin = eigen[0].van
    overlays = register.overlays_van(gemeente, soort.soort)
    grenzen = {*register.tijdlijn(soort, gemeente), *register.kader.grenzen(soort.soort), begin}
    grenzen |= {dag for p in overlays for dag in (p.van, p.tot) if dag is not None}
    for dag in sorted(d for d in grenzen if d >= begin):
        for aan in _standen(overlays):
            yield from _op_dag(register, soort, gemeente, dag, aan)
    yield from _dubbel_ingesteld(overlays)


def _op_dag(
    register: Register, soort: type[Beleid], gemeente: str, dag: date, aan: tuple[str, ...]
) -> Iterator[Probleem]:
    try:
        lagen = register.lagen(soort.soort, gemeente, dag, aan=aan)
    except BeleidOngeldig:  # an overlap, already named by _opvolging
        return
    if not aan:
        yield from _leeg(register, soort, gemeente, dag, lagen)
    yield from _buiten_kader(register, dag, lagen)
    yield from _samen(register.met(VasteSchakeling(aan)), soort, gemeente, dag)


def _standen(overlays: tuple[Pakket, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what can be on: no level or one, each with no instelling, with every single one and with all of them."""
    namen = sorted({str(p.variant) for p in overlays})
    niveaus = [naam for naam in namen if naam in set(Niveau)]
    los = [naam for naam in namen if naam not in niveaus]
    for niveau in ((), *((naam,) for naam in niveaus)):
        yield from dict.fromkeys((niveau, *((*niveau, naam) for naam in los), (*niveau, *los)))


def _dubbel_ingesteld(overlays: tuple[Pakket, ...]) -> Iterator[Probleem]:
    """Name the fields that two instellingen would set at once: which of them holds would be a guess."""
    los = [p for p in overlays if p.variant not in set(Niveau)]
    for eerste, tweede in combinations(los, 2):
        if eerste.variant != tweede.variant and eerste.overlapt(tweede):
            for veld in sorted(eerste.waarden.keys() & tweede.waarden.keys()):
                yield Probleem(tweede.plaats, veld, f"staat ook in {eerste.id}; laat één van beide de waarde zetten")


def _leeg(
    register: Register, soort: type[Beleid], gemeente: str, dag: date, lagen: tuple[Pakket, ...]
) -> Iterator[Probleem]:
    gevuld = {veld for p in lagen for veld in p.waarden}
    eigen = next((p.plaats for p in lagen if p.gemeente == gemeente), f"{gemeente}/{soort.soort} op {dag}")
    termen = register.kader.op(soort.soort, dag)
    for veld in termen.keys() - gevuld:
        yield Probleem(eigen, veld, f"ontbreekt; de gemeente moet dit invullen ({termen[veld].grondslag})")
    verplicht = {v for v, veld in soort.model_fields.items() if veld.is_required()}
    for veld in verplicht - gevuld - termen.keys() if lagen else ():
        yield Probleem(eigen, veld, f"ontbreekt, landelijk en bij de gemeente, op {dag}")


def _buiten_kader(register: Register, dag: date, lagen: tuple[Pakket, ...]) -> Iterator[Probleem]:
    for pakket in lagen:
        for veld, term in register.kader.op(pakket.soort, dag).items():
            if veld not in pakket.waarden:
                continue
            if pakket.gemeente == NL and not term.standaard:
                yield Probleem(pakket.plaats, veld, f"is aan de gemeente en mag hier niet staan ({term.grondslag})")
            if bezwaar := term.bezwaar(pakket.waarden[veld].get("waarde")):
                yield Probleem(pakket.plaats, veld, bezwaar)


def _samen(register: Register, soort: type[Beleid], gemeente: str, dag: date) -> tuple[Probleem, ...]:
    try:
        register.geldend(soort, gemeente, dag)
    except BeleidOngeldig as fout:
        return fout.problemen
    except BeleidOntbreekt:  # a gap is allowed when nothing must be filled; the question itself then refuses
        return ()
    return ()
