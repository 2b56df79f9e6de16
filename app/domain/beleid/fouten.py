"""What is wrong with policy packs, said so that a functional administrator can repair it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from app.domain.kern.fouten import DomeinFout

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MELDINGEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "is onbekend; verwijder het of verbeter de naam",
    "greater_than_equal": "is te laag; minstens {ge} is goed",
    "greater_than": "is te laag; meer dan {gt} is goed",
    "less_than_equal": "is te hoog; hoogstens {le} is goed",
    "less_than": "is te hoog; minder dan {lt} is goed",
    "enum": "is geen bekende keuze; goed is {expected}",
    "literal_error": "is geen bekende keuze; goed is {expected}",
    "int_parsing": "moet een geheel getal zijn",
    "int_type": "moet een geheel getal zijn",
    "int_from_float": "moet een geheel getal zijn",
    "decimal_parsing": 'moet een getal zijn, geschreven als tekst, bijvoorbeeld "30"',
    "decimal_type": 'moet een getal zijn, geschreven als tekst, bijvoorbeeld "30"',
    "bool_parsing": "moet true of false zijn",
    "bool_type": "moet true of false zijn",
    "string_type": "moet tekst zijn",
    "string_pattern_mismatch": "heeft niet de juiste vorm; goed is {pattern}",
    "date_type": "moet een datum zijn (jjjj-mm-dd)",
    "date_from_datetime_parsing": "moet een datum zijn (jjjj-mm-dd)",
    "value_error": "klopt niet: {error}",
}


@dataclass(frozen=True, order=True)
class Probleem:
    """One thing to repair: ``plaats`` is the file or pack, ``veld`` may be empty, ``melding`` says what is right."""

    plaats: str
    veld: str
    melding: str

    def __str__(self) -> str:
        """Write one line: place, field, what is wrong and what would be right."""
        return f"{self.plaats}: {self.veld} {self.melding}" if self.veld else f"{self.plaats}: {self.melding}"


class BeleidOngeldig(DomeinFout):
    """The packs contradict the law's frame, their model or each other; the service does not start on them."""

    code = "beleid_ongeldig"

    def __init__(self, problemen: Iterable[Probleem]) -> None:
        self.problemen = tuple(dict.fromkeys(problemen))
        regels = "\n".join(f"- {p}" for p in self.problemen)
        super().__init__(f"Het beleid klopt niet ({len(self.problemen)}):\n{regels}")


def uit_validatie(fout: ValidationError, plaats_van: Callable[[str], str]) -> list[Probleem]:
    """Translate Pydantic's errors; ``plaats_van`` gives the file or pack that brought a top-level field."""
    return [_probleem(e, plaats_van) for e in fout.errors(include_url=False)]


def _probleem(fout: ErrorDetails, plaats_van: Callable[[str], str]) -> Probleem:
    pad = [str(deel) for deel in fout["loc"]]
    invoer = fout["input"]
    melding = MELDINGEN.get(fout["type"], "klopt niet: " + fout["msg"].replace("{", "(").replace("}", ")"))
    tekst = melding.format(**fout.get("ctx", {}))
    if isinstance(invoer, str | int) and fout["type"] != "extra_forbidden":
        tekst = f"({invoer}) {tekst}"
    return Probleem(plaats_van(pad[0] if pad else ""), ".".join(pad), tekst)
