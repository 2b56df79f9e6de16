"""Faults of records in Dutch: Pydantic's, and those that only the dossier shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse
from app.services.veldfouten import vertaal

KLASSEN = {
    "missing": Waardeklasse.ONTBREEKT,
    "extra_forbidden": Waardeklasse.ONBEKEND_VELD,
    "string_too_short": Waardeklasse.LEGE_WAARDE,
    "string_too_long": Waardeklasse.TE_LANG,
    "string_pattern_mismatch": Waardeklasse.VERBODEN_TEKEN,
    "int_type": Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT,
    "int_parsing": Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT,
    "int_parsing_size": Waardeklasse.GETAL_BUITEN_BEREIK,
    "int_from_float": Waardeklasse.GEEN_GEHEEL_GETAL,
    "finite_number": Waardeklasse.GETAL_BUITEN_BEREIK,
    "greater_than_equal": Waardeklasse.GETAL_BUITEN_BEREIK,
    "less_than_equal": Waardeklasse.GETAL_BUITEN_BEREIK,
    "date_type": Waardeklasse.DATUM_DIE_NIET_BESTAAT,
    "date_parsing": Waardeklasse.DATUM_DIE_NIET_BESTAAT,
    "date_from_datetime_parsing": Waardeklasse.DATUM_DIE_NIET_BESTAAT,
    "date_from_datetime_inexact": Waardeklasse.DATUM_DIE_NIET_BESTAAT,
    "enum": Waardeklasse.WAARDE_NIET_IN_DE_LIJST,
    "too_long": Waardeklasse.TE_VEEL,
    "string_unicode": Waardeklasse.ONLEESBAAR_TEKEN,
    "bsn": Waardeklasse.BSN_DAT_NIET_KLOPT,
    "uitslag_of_reden": Waardeklasse.UITSLAG_OF_REDEN,
    "dubbel": Waardeklasse.DUBBEL,
    "json_invalid": Waardeklasse.ONLEESBARE_JSON,
    **dict.fromkeys(
        ("string_type", "tuple_type", "dict_type", "model_type", "model_attributes_type"), Waardeklasse.VERKEERDE_SOORT
    ),
}
_LEEG_KAN = frozenset({"string_type", "int_type", "int_parsing", "date_type", "date_parsing", "enum", "bsn",
                       "date_from_datetime_parsing"})  # fmt: skip
_CIJFERS = re.compile(r"[0-9]{8,}")

GEEN_KLANT = Rijfout(
    veld="persoon.bsn",
    klasse=Waardeklasse.PERSOON_ONBEKEND,
    melding="Bij dit BSN is geen klant bekend; registreer eerst de melding.",
)
TOEKOMST = Rijfout(
    veld="afgenomenOp",
    klasse=Waardeklasse.DATUM_IN_DE_TOEKOMST,
    melding="Geef een datum die niet in de toekomst ligt.",
)
GEEN_DAG = Rijfout(
    veld="afgenomenOp",
    klasse=Waardeklasse.ONTBREEKT,
    melding="Geef de dag waarop de uitslag is afgenomen, hier of voor de hele levering.",
)
IN_DOSSIER = {
    "geboortedatum": Rijfout(
        veld="persoon.geboortedatum",
        klasse=Waardeklasse.GEBOORTEDATUM_WIJKT_AF,
        melding="Onder dit BSN is een andere geboortedatum bekend.",
    ),
    "voor_geboorte": Rijfout(
        veld="afgenomenOp",
        klasse=Waardeklasse.DATUM_VOOR_DE_GEBOORTE,
        melding="Geef een datum na de geboorte van de klant.",
    ),
    "kenmerk": Rijfout(
        veld="externKenmerk",
        klasse=Waardeklasse.KENMERK_VAN_EEN_ANDER,
        melding="Dit kenmerk hoort bij de uitslag van iemand anders; geef het kenmerk van deze uitslag.",
    ),
}


def rijfouten(fout: ValidationError) -> list[Rijfout]:
    """Turn every error of Pydantic into a Rijfout; no value is repeated, nor a name that could be a BSN."""
    return [_rijfout(regel) for regel in fout.errors(include_url=False)]


def _rijfout(regel: Mapping[str, Any]) -> Rijfout:
    veld, melding = vertaal(regel)
    # The name of an unknown field is the sender's own text, and may hold a BSN.
    pad = "" if veld == "body" else _CIJFERS.sub("…", veld)[:200]
    return Rijfout(veld=pad, klasse=_klasse(regel), melding=melding)


def _klasse(regel: Mapping[str, Any]) -> Waardeklasse:
    soort, invoer = regel["type"], regel.get("input")
    if soort in _LEEG_KAN and (invoer is None or (isinstance(invoer, str) and not invoer.strip())):
        return Waardeklasse.LEGE_WAARDE
    return KLASSEN.get(soort, Waardeklasse.WAARDE_KLOPT_NIET)
