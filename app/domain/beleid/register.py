"""Register: which policy holds for a municipality on a date, with the knowledge of a date."""

from __future__ import annotations

import copy
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Self, cast

from pydantic import ValidationError

from app.domain.beleid.fouten import BeleidOngeldig, uit_validatie
from app.domain.beleid.herkomst import velden
from app.domain.beleid.kader import Kader
from app.domain.beleid.model import B, Beleid, Versie, Waarde
from app.domain.beleid.pakket import NL, Pakket
from app.domain.beleid.samenvoegen import Vraag, dubbel, ontbreekt, voeg_samen, voorgangers
from app.domain.beleid.schakeling import LOCKDOWN, Schakeling, VasteSchakeling
from app.domain.kern.canoniek import canoniek
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.grondslag import Grondslag

GEHEUGEN: Final = 10_000  # remembered answers; a bound on memory, not policy


@dataclass(frozen=True)
class Verschil:
    """A field whose value changed; ``None`` means that it did not exist."""

    veld: str
    oud: object
    nieuw: object
    grondslag: Grondslag


class Register:
    """All packs, resolved by subject, municipality and date.

    ``soorten`` maps a subject's name to its policy model. Nothing is checked here: see ``controle.controleer``.
    ``schakeling`` says which variants of the service are on; without one the regular policy holds.
    """

    def __init__(self, paketten: Iterable[Pakket], soorten: Mapping[str, type[Beleid]], kader: Kader) -> None:
        sleutel = lambda p: (p.gemeente, p.soort, p.variant or "", p.van, p.bekend_op)  # noqa: E731
        self.paketten = tuple(sorted(paketten, key=sleutel))
        self.modellen = dict(soorten)
        self.kader = kader
        self.schakeling: Schakeling = VasteSchakeling()
        per: dict[tuple[str, str, str | None], list[Pakket]] = defaultdict(list)
        for pakket in self.paketten:
            per[pakket.gemeente, pakket.soort, pakket.variant].append(pakket)
        self._per = {reeks: tuple(rij) for reeks, rij in per.items()}
        self._varianten: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
        for gemeente, soort, variant in self._per:
            if variant is not None:
                self._varianten[gemeente, soort] |= {variant}
        self._per_gemeente = {g: _op_volgorde(p for p in self.paketten if p.gemeente == g) for g in self.gemeenten()}
        self._antwoorden: dict[Vraag, Versie[Any]] = {}
        self._versies: dict[tuple[type[Beleid], tuple[str, ...]], Versie[Any]] = {}

    def met(self, schakeling: Schakeling) -> Self:
        """Return the same packs, answered with the variants that this schakeling says are on; memories are shared."""
        ander = copy.copy(self)
        ander.schakeling = schakeling
        return ander

    def geldend(self, soort: type[B], gemeente: str, peildatum: date, bekend_op: date | None = None) -> Versie[B]:
        """Return the national and municipal policy that holds on ``peildatum``, with the overlays that are on then.

        With ``bekend_op`` only packs that were public and switches that were decided on that day count.

        Raises:
            BeleidOntbreekt: no pack holds, or a field is not filled.
            BeleidOngeldig: packs contradict each other or their model.
        """
        vraag = (soort.soort, gemeente, peildatum, bekend_op, self._aan(soort.soort, gemeente, peildatum, bekend_op))
        versie = self._antwoorden.get(vraag)
        if versie is None or type(versie.beleid) is not soort:
            versie = self._zoek(soort, vraag)
            if len(self._antwoorden) >= GEHEUGEN:
                self._antwoorden.clear()
            self._antwoorden[vraag] = versie
        return cast("Versie[B]", versie)

    def lagen(
        self, soort: str, gemeente: str, dag: date, bekend_op: date | None = None, aan: tuple[str, ...] = ()
    ) -> tuple[Pakket, ...]:
        """Return the packs that make up the policy of a day: national, the municipality's, then its overlays."""
        reeksen = [(laag, soort, None) for laag in dict.fromkeys((NL, gemeente))]
        gevonden = (self._winnaar(reeks, dag, bekend_op) for reeks in (*reeksen, *((gemeente, soort, v) for v in aan)))
        return tuple(p for p in gevonden if p is not None)

    def paketten_van(self, gemeente: str, soort: str) -> tuple[Pakket, ...]:
        """Return one authority's regular packs on one subject, in order of ``van``."""
        return self._per.get((gemeente, soort, None), ())

    def overlays_van(self, gemeente: str, soort: str) -> tuple[Pakket, ...]:
        """Return a municipality's overlays on one subject."""
        varianten = sorted(self._varianten.get((gemeente, soort), ()))
        return tuple(p for variant in varianten for p in self._per[gemeente, soort, variant])

    def varianten(self, gemeente: str) -> tuple[str, ...]:
        """Return the variants of the service for which a municipality has overlays: levels first, then by name."""
        return self._per_gemeente.get(gemeente, ())

    def reeksen(self) -> tuple[tuple[Pakket, ...], ...]:
        """Return the packs grouped by authority, subject and variant."""
        return tuple(self._per.values())

    def gemeenten(self) -> tuple[str, ...]:
        """Return the codes of the municipalities that have any pack."""
        return tuple(sorted({p.gemeente for p in self.paketten} - {NL}))

    def soorten(self, gemeente: str) -> tuple[str, ...]:
        """Return the subjects on which national or this municipality's policy exists."""
        return tuple(sorted({p.soort for p in self.paketten if p.gemeente in (NL, gemeente)}))

    def model(self, soort: str) -> type[Beleid]:
        """Return the policy model of a subject's name, as it comes in over HTTP."""
        if soort not in self.modellen:
            raise BeleidOntbreekt(f"Het onderwerp {soort} bestaat niet. Er is beleid over: {', '.join(self.modellen)}.")
        return self.modellen[soort]

    def tijdlijn(self, soort: type[Beleid], gemeente: str) -> tuple[date, ...]:
        """Return the days on which the policy of a subject changes, begins or ends, in order."""
        paketten = [p for laag in {NL, gemeente} for p in self.paketten_van(laag, soort.soort)]
        geschakeld: tuple[date, ...] = ()
        if overlays := self.overlays_van(gemeente, soort.soort):
            geschakeld = self.schakeling.grenzen(gemeente)
            paketten += overlays if geschakeld else ()
        begin = min((p.van for p in paketten), default=date.max)
        dagen = {d for p in paketten for d in (p.van, p.tot) if d is not None}
        return tuple(sorted(dagen | {d for d in geschakeld if d > begin}))

    def verschillen(self, soort: type[Beleid], gemeente: str, peildatum: date) -> tuple[Verschil, ...]:
        """Compare the version of ``peildatum`` with the one before its last change, by field name.

        Raises:
            BeleidOntbreekt: nothing holds on ``peildatum``.
        """
        nieuw = velden(self.geldend(soort, gemeente, peildatum).beleid)
        begin = max(d for d in self.tijdlijn(soort, gemeente) if d <= peildatum)
        try:
            oud = velden(self.geldend(soort, gemeente, begin - timedelta(days=1)).beleid)
        except BeleidOntbreekt:
            oud = {}
        return vergelijk(oud, nieuw)

    def _zoek(self, soort: type[B], vraag: Vraag) -> Versie[B]:
        lagen = self.lagen(*vraag)
        if not lagen:
            raise ontbreekt(vraag, ())
        sleutel = (soort, tuple(p.id for p in lagen))
        if sleutel not in self._versies:
            waarden = voeg_samen(lagen, self.kader, vraag[2])
            if leeg := [v for v, veld in soort.model_fields.items() if veld.is_required() and v not in waarden]:
                raise ontbreekt(vraag, leeg)
            self._versies[sleutel] = _bouw(soort, lagen, waarden)
        return self._versies[sleutel]

    def _aan(self, soort: str, gemeente: str, dag: date, bekend_op: date | None) -> tuple[str, ...]:
        """Return the variants that are on and that have something to say on this subject; nothing is read if none."""
        bekend = self._varianten.get((gemeente, soort))
        if bekend is None:
            return ()
        return tuple(v for v in self.schakeling.varianten(gemeente, dag, bekend_op) if v in bekend)

    def _winnaar(self, reeks: tuple[str, str, str | None], dag: date, bekend_op: date | None) -> Pakket | None:
        bekend = [p for p in self._per.get(reeks, ()) if p.bekend(bekend_op)]
        geldig = [p for p in bekend if p.geldt_op(dag)]
        over = [p for p in geldig if not any(p.id in voorgangers(q, bekend) for q in geldig)]
        if len(over) > 1:
            raise BeleidOngeldig(dubbel(over[0], p) for p in over[1:])
        return over[0] if over else None


def vergelijk(oud: Mapping[str, Waarde[Any]], nieuw: Mapping[str, Waarde[Any]]) -> tuple[Verschil, ...]:
    """Return the fields whose values differ, in order of their name."""
    paren = ((veld, oud.get(veld), nieuw.get(veld)) for veld in sorted(oud.keys() | nieuw.keys()))
    return tuple(
        Verschil(veld, o and o.waarde, n and n.waarde, (n or o).grondslag)  # type: ignore[union-attr]
        for veld, o, n in paren
        if o is None or n is None or o.waarde != n.waarde
    )


def _op_volgorde(paketten: Iterable[Pakket]) -> tuple[str, ...]:
    namen = {p.variant for p in paketten if p.variant is not None}
    niveaus = tuple(niveau.value for niveau in LOCKDOWN if niveau in namen)
    return (*niveaus, *sorted(namen - set(niveaus)))


def _bouw(soort: type[B], lagen: tuple[Pakket, ...], waarden: Mapping[str, Any]) -> Versie[B]:
    naam = " + ".join(p.id for p in lagen)
    try:
        beleid = soort.model_validate(waarden)
    except ValidationError as fout:
        plaatsen = {veld: p.plaats for p in lagen for veld in p.waarden}
        raise BeleidOngeldig(uit_validatie(fout, lambda veld: plaatsen.get(veld, naam))) from fout
    overlays = {veld: p.variant for p in lagen if p.variant is not None for veld in p.waarden}
    return Versie(beleid, naam, hashlib.sha256(canoniek(beleid)).hexdigest(), overlays)
