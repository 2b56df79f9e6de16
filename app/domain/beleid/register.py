"""Register: which policy holds for a municipality on a date, with the knowledge of a date."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, cast

from pydantic import ValidationError

from app.domain.beleid.fouten import BeleidOngeldig, Probleem, uit_validatie
from app.domain.beleid.herkomst import velden
from app.domain.beleid.kader import Kader
from app.domain.beleid.model import B, Beleid, Versie, Waarde
from app.domain.beleid.pakket import NL, Pakket
from app.domain.kern.canoniek import canoniek
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.grondslag import Grondslag

GEHEUGEN: Final = 10_000  # remembered answers; a bound on memory, not policy

Vraag = tuple[str, str, date, date | None]


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
    """

    def __init__(self, paketten: Iterable[Pakket], soorten: Mapping[str, type[Beleid]], kader: Kader) -> None:
        self.paketten = tuple(sorted(paketten, key=lambda p: (p.gemeente, p.soort, p.van, p.bekend_op)))
        self.modellen = dict(soorten)
        self.kader = kader
        per: dict[tuple[str, str], list[Pakket]] = defaultdict(list)
        for pakket in self.paketten:
            per[pakket.gemeente, pakket.soort].append(pakket)
        self._per = {sleutel: tuple(rij) for sleutel, rij in per.items()}
        self._antwoorden: dict[Vraag, Versie[Any]] = {}
        self._versies: dict[tuple[type[Beleid], tuple[str, ...]], Versie[Any]] = {}

    def geldend(self, soort: type[B], gemeente: str, peildatum: date, bekend_op: date | None = None) -> Versie[B]:
        """Return the national and municipal policy that holds on ``peildatum``.

        With ``bekend_op`` only packs that were public on that day count, so that an old decision can be replayed.

        Raises:
            BeleidOntbreekt: no pack holds, or a field is not filled.
            BeleidOngeldig: packs contradict each other or their model.
        """
        vraag = (soort.soort, gemeente, peildatum, bekend_op)
        versie = self._antwoorden.get(vraag)
        if versie is None or type(versie.beleid) is not soort:
            versie = self._zoek(soort, vraag)
            if len(self._antwoorden) >= GEHEUGEN:
                self._antwoorden.clear()
            self._antwoorden[vraag] = versie
        return cast("Versie[B]", versie)

    def lagen(self, soort: str, gemeente: str, dag: date, bekend_op: date | None = None) -> tuple[Pakket, ...]:
        """Return the packs that make up the policy of a day: national first, then the municipality's."""
        gevonden = (self._winnaar(laag, soort, dag, bekend_op) for laag in dict.fromkeys((NL, gemeente)))
        return tuple(p for p in gevonden if p is not None)

    def paketten_van(self, gemeente: str, soort: str) -> tuple[Pakket, ...]:
        """Return one authority's packs on one subject, in order of ``van``."""
        return self._per.get((gemeente, soort), ())

    def reeksen(self) -> tuple[tuple[Pakket, ...], ...]:
        """Return the packs grouped by authority and subject."""
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
        paketten = (p for laag in {NL, gemeente} for p in self.paketten_van(laag, soort.soort))
        return tuple(sorted({d for p in paketten for d in (p.van, p.tot) if d is not None}))

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

    def _winnaar(self, gemeente: str, soort: str, dag: date, bekend_op: date | None) -> Pakket | None:
        bekend = [p for p in self.paketten_van(gemeente, soort) if p.bekend(bekend_op)]
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


def voorgangers(pakket: Pakket, alle: Iterable[Pakket]) -> set[str]:
    """Return the ids of the packs that this one replaces, directly or through another."""
    per_id = {p.id: p for p in alle}
    gevonden: set[str] = set()
    volgende = pakket.vervangt
    while volgende is not None and volgende not in gevonden:
        gevonden.add(volgende)
        volgende = per_id[volgende].vervangt if volgende in per_id else None
    return gevonden


def voeg_samen(lagen: Iterable[Pakket], kader: Kader, dag: date) -> dict[str, Mapping[str, Any]]:
    """Merge national constants and municipal values.

    Raises:
        BeleidOngeldig: a municipality overrides a national constant.
    """
    waarden: dict[str, Mapping[str, Any]] = {}
    for pakket in lagen:
        termen = kader.op(pakket.soort, dag)
        dubbele = waarden.keys() & pakket.waarden.keys()
        if vast := sorted(v for v in dubbele if v not in termen or not termen[v].standaard):
            melding = "ligt landelijk vast; een gemeente mag hier niet van afwijken"
            raise BeleidOngeldig(Probleem(pakket.plaats, veld, melding) for veld in vast)
        waarden |= pakket.waarden
    return waarden


def dubbel(eerste: Pakket, tweede: Pakket) -> Probleem:
    """Say that two packs hold on the same day without one replacing the other."""
    melding = f'geldt tegelijk met {eerste.id}; geef de eerste een einddatum (tot), of schrijf vervangt = "{eerste.id}"'
    return Probleem(tweede.plaats, "", melding)


def ontbreekt(vraag: Vraag, leeg: Iterable[str]) -> BeleidOntbreekt:
    """Say in Dutch which policy is missing, for whom and when."""
    soort, gemeente, dag, bekend_op = vraag
    stand = f", zoals bekend op {bekend_op:%d-%m-%Y}" if bekend_op else ""
    welke = f": {', '.join(sorted(leeg))} is niet ingevuld" if leeg else ""
    return BeleidOntbreekt(f"Er geldt op {dag:%d-%m-%Y} geen beleid over {soort} voor {gemeente}{stand}{welke}.")


def _bouw(soort: type[B], lagen: tuple[Pakket, ...], waarden: Mapping[str, Any]) -> Versie[B]:
    naam = " + ".join(p.id for p in lagen)
    try:
        beleid = soort.model_validate(waarden)
    except ValidationError as fout:
        plaatsen = {veld: p.plaats for p in lagen for veld in p.waarden}
        raise BeleidOngeldig(uit_validatie(fout, lambda veld: plaatsen.get(veld, naam))) from fout
    return Versie(beleid=beleid, id=naam, sha256=hashlib.sha256(canoniek(beleid)).hexdigest())
