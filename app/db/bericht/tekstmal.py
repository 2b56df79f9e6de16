"""The texts of messages with jinja2: it checks the texts of the policy at start-up and fills them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import ValidationError

from app.domain.beleid.fouten import BeleidOngeldig, Probleem
from app.domain.beleid.pakket import Pakket
from app.domain.beleid.register import Register
from app.domain.bericht.beleid import Berichtregels, Berichttekst
from app.domain.bericht.sjabloon import ALTIJD, VAN_BLOK, Sjabloon, variabelen
from app.domain.kern.datum import dag_voluit
from app.domain.kern.tijd import dag, nl_tijd


def _dag(moment: date) -> str:
    return dag_voluit(dag(moment) if isinstance(moment, datetime) else moment)


def _tijd(moment: datetime) -> str:
    return f"{nl_tijd(moment):%H.%M} uur"


_OMGEVING: Final = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
)
_OMGEVING.filters = {"dag": _dag, "tijd": _tijd, "join": _OMGEVING.filters["join"]}
_OMGEVING.globals.clear()


def vul_in(tekst: str, gegevens: Mapping[str, Any]) -> str:
    """Fill in a text. Filters: ``dag`` (woensdag 6 mei 2026), ``tijd`` (10.00 uur) and ``join``.

    An unknown variable raises: the text of the policy was checked at start-up, so it is a fault of the code.
    """
    return _OMGEVING.from_string(tekst).render(gegevens).strip()


def wat_klopt_niet(tekst: str, bekend: frozenset[str]) -> str | None:
    """Say in Dutch what is wrong with a text, or None."""
    try:
        boom = _OMGEVING.parse(tekst)
        _OMGEVING.compile(boom)
    except TemplateError as fout:
        return f"klopt niet: {fout}"
    if any(boom.find_all((nodes.Getattr, nodes.Getitem, nodes.Call))):
        return "mag alleen variabelen en filters gebruiken, geen onderdelen of aanroepen"
    if onbekend := sorted(meta.find_undeclared_variables(_OMGEVING.parse(tekst)) - bekend):
        return f"gebruikt {', '.join(onbekend)}; bekend zijn: {', '.join(sorted(bekend))}"
    return None


def controleer_teksten(register: Register) -> None:
    """Refuse texts that use what is not there. Raises BeleidOngeldig with every problem."""
    if problemen := [p for pakket in register.paketten for p in _in_pakket(pakket)]:
        raise BeleidOngeldig(problemen)


def _in_pakket(pakket: Pakket) -> Iterator[Probleem]:
    if pakket.soort != Berichtregels.soort:
        return
    for veld, waarde in pakket.waarden.items():
        for naam, tekst, bekend in _teksten(veld, waarde.get("waarde")):
            if melding := wat_klopt_niet(tekst, bekend):
                yield Probleem(pakket.plaats, naam, melding)


def _teksten(veld: str, waarde: Any) -> Iterator[tuple[str, str, frozenset[str]]]:
    if isinstance(waarde, str):
        yield veld, waarde, VAN_BLOK if veld == "afspraakblok" else ALTIJD
    elif veld in set(Sjabloon):
        try:
            berichttekst = Berichttekst.model_validate(waarde)
        except ValidationError:  # named by the check of the models
            return
        for naam, tekst in berichttekst.teksten():
            yield f"{veld}.{naam}", tekst, variabelen(Sjabloon(veld))
