"""Pydantic's field errors in Dutch: what is wrong, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

MELDINGEN = {
    "missing": "Dit veld is verplicht.",
    "extra_forbidden": "Dit veld bestaat niet; laat het weg.",
    "string_type": "Geef tekst.",
    "string_too_short": "Geef ten minste {min_length} teken(s).",
    "string_too_long": "Geef ten hoogste {max_length} tekens.",
    "string_pattern_mismatch": "Deze tekst heeft niet de juiste vorm; die is {pattern} (regex).",
    "int_type": "Geef een geheel getal.",
    "int_parsing": "Geef een geheel getal.",
    "int_from_float": "Geef een geheel getal; een bedrag staat in eurocenten.",
    "bool_type": "Geef true of false.",
    "bool_parsing": "Geef true of false.",
    "decimal_parsing": "Geef een getal met een punt als decimaalteken.",
    "decimal_type": "Geef een getal met een punt als decimaalteken.",
    "finite_number": "Geef een getal met een punt als decimaalteken.",
    "decimal_max_digits": "Dit getal heeft te veel cijfers.",
    "decimal_max_places": "Geef ten hoogste {decimal_places} decimalen.",
    "greater_than": "Geef een waarde groter dan {gt}.",
    "greater_than_equal": "Geef een waarde van ten minste {ge}.",
    "less_than": "Geef een waarde kleiner dan {lt}.",
    "less_than_equal": "Geef een waarde van ten hoogste {le}.",
    "date_type": "Geef een datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31.",
    "date_parsing": "Geef een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31.",
    "date_from_datetime_parsing": "Geef een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31.",
    "date_from_datetime_inexact": "Geef een datum zonder tijd, als jjjj-mm-dd.",
    "datetime_type": "Geef een tijdstip met tijdzone, bijvoorbeeld 2026-03-31T09:30:00+02:00.",
    "datetime_parsing": "Geef een tijdstip met tijdzone, bijvoorbeeld 2026-03-31T09:30:00+02:00.",
    "datetime_from_date_parsing": "Geef een tijdstip met tijdzone, bijvoorbeeld 2026-03-31T09:30:00+02:00.",
    "timezone_aware": "Geef ook de tijdzone, bijvoorbeeld 2026-03-31T09:30:00+02:00.",
    "uuid_type": "Geef een UUID.",
    "uuid_parsing": "Geef een UUID.",
    "enum": "Kies een van: {expected}.",
    "literal_error": "Kies een van: {expected}.",
    "list_type": "Geef een lijst.",
    "tuple_type": "Geef een lijst.",
    "too_short": "Geef een lijst met ten minste {min_length} onderdeel.",
    "too_long": "Geef ten hoogste {max_length} onderdelen.",
    "dict_type": "Geef een object.",
    "model_type": "Geef een object.",
    "model_attributes_type": "Geef een JSON-object met Content-Type application/json.",
    "base64_decode": "Geef de inhoud als base64.",
    "json_invalid": "Dit is geen geldige JSON.",
    "union_tag_invalid": "Kies een van: {expected_tags}.",
    "union_tag_not_found": "Geef aan welke soort dit is.",
}

VORMEN = {
    "^GM[0-9]{4}$": "Geef een gemeentecode, bijvoorbeeld GM0150.",
    r"^GM\d{4}$": "Geef een gemeentecode, bijvoorbeeld GM0150.",
    "^[a-z][a-z0-9_]{1,59}$": "Geef een code in kleine letters, bijvoorbeeld werkervaringsplaats.",
    "^[a-g]$": "Geef een letter van a tot en met g.",
    r"^[0-9]{2}(\.?[0-9]{1,3})?$": "Geef een SBI-code, bijvoorbeeld 10.71.",
    r"^[^\x00-\x1f]+$": "Geef tekst op één regel, zonder stuurtekens.",
}
"""What would be right, for the patterns that people meet most; another pattern is shown as it is."""

EIGEN = frozenset({"bsn", "uitslag_of_reden", "dubbel"})
"""Kinds of errors that the service makes itself, with a message that is Dutch already."""


def vertaal(regel: Mapping[str, Any], invoer: Any = None) -> tuple[str, str]:
    """Turn one Pydantic error into field and message (``personen.0.bsn``); the value itself is not repeated.

    ``invoer`` is the body that was sent; with it the field is one of the body, also inside a choice of kinds.
    """
    soort = str(regel["type"])
    veld = "body" if soort == "json_invalid" else _pad(_zonder_keuze(_plaats(regel), invoer, soort == "missing"))
    context = {sleutel: _schrijf(waarde) for sleutel, waarde in (regel.get("ctx") or {}).items()}
    if soort in ("value_error", "assertion_error"):
        return veld, str(regel["msg"]).split(", ", 1)[-1]
    if soort in EIGEN:
        return veld, str(regel["msg"])
    if soort == "string_pattern_mismatch" and context.get("pattern") in VORMEN:
        return veld, VORMEN[context["pattern"]]
    if soort == "model_attributes_type" and veld != "body":
        return veld, MELDINGEN["model_type"]
    return veld, MELDINGEN.get(soort, "Deze waarde klopt niet.").format_map(_Leeg(context))


class _Leeg(dict[str, str]):
    def __missing__(self, sleutel: str) -> str:
        return "?"


_LID = re.compile(r"<[^<>]*: ('[^']*')>")


def _schrijf(waarde: Any) -> str:
    return _LID.sub(r"\1", str(waarde)).replace("' or '", "', '")


def _plaats(regel: Mapping[str, Any]) -> Sequence[Any]:
    """Where the fault is: of a choice between kinds, the field that tells them apart."""
    kiezer = str((regel.get("ctx") or {}).get("discriminator", "")).strip("'")
    return (*regel["loc"], kiezer) if kiezer else regel["loc"]


# What a client took for the name of a field is repeated only when it can be one: a BSN in that place is not.
_VELDNAAM = re.compile(r"[A-Za-z_][A-Za-z_-]{0,59}[0-9]{0,3}")


def _deel(deel: Any) -> str:
    return str(deel) if isinstance(deel, int) or _VELDNAAM.fullmatch(str(deel)) else "…"


def _zonder_keuze(loc: Sequence[Any], invoer: Any, ontbreekt: bool) -> list[Any]:
    """Leave out which kind Pydantic took (the value of ``soort``): in what was sent, it is no step on the way."""
    plek, over = invoer, []
    for nr, deel in enumerate(loc, start=1):
        veld = ontbreekt and nr == len(loc)
        if not veld and isinstance(plek, Mapping) and deel not in plek and deel in plek.values():
            continue
        over.append(deel)
        if deel != "body":
            plek = _onder(plek, deel)
    return over


def _onder(plek: Any, deel: Any) -> Any:
    if isinstance(plek, Mapping):
        return plek.get(deel)
    binnen = isinstance(plek, list) and isinstance(deel, int) and deel < len(plek)
    return plek[deel] if binnen else None


def _pad(loc: Sequence[Any]) -> str:
    delen = [_deel(deel) for deel in loc if deel not in ("body", "query", "path", "header")]
    return ".".join(delen) or "body"
