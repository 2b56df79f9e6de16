"""The numbers of an employer: KvK-nummer, vestigingsnummer and IBAN; and the words by which a name is found."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_KVK: Final = re.compile(r"[0-9]{8}")
_VESTIGING: Final = re.compile(r"[0-9]{12}")
_IBAN: Final = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_IBAN_NL: Final = re.compile(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}")
_WOORD: Final = re.compile(r"[^\W_]+")
_CONTROLE, _REST = 97, 1


def is_kvk_nummer(tekst: str) -> bool:
    """Tell whether this is the form of a KvK-nummer: eight digits, not all zero. It has no check digit."""
    return _KVK.fullmatch(tekst) is not None and int(tekst) > 0


def is_vestigingsnummer(tekst: str) -> bool:
    """Tell whether this is the form of a vestigingsnummer: twelve digits, not all zero."""
    return _VESTIGING.fullmatch(tekst) is not None and int(tekst) > 0


def kale_iban(tekst: str) -> str:
    """Write an IBAN as it is stored: capitals without spaces."""
    return "".join(tekst.split()).upper()


def is_iban(kaal: str) -> bool:
    """Tell whether a bare IBAN passes the check of ISO 13616 (mod 97); a Dutch one also has the Dutch form."""
    if _IBAN.fullmatch(kaal) is None or (kaal.startswith("NL") and _IBAN_NL.fullmatch(kaal) is None):
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % _CONTROLE == _REST


def verhulde_iban(kaal: str) -> str:
    """Show enough of an IBAN to recognise it, not enough to use it: ``NL91 … 4300``."""
    return f"{kaal[:4]} … {kaal[-4:]}"


def zoekwoorden(naam: str) -> tuple[str, ...]:
    """Return the words of a name in a form in which they are found: small letters without accents, each once.

    Dots are left out first, so that ``B.V.`` is one word.
    """
    kaal = unicodedata.normalize("NFKD", naam.casefold().replace(".", ""))
    zonder = "".join(teken for teken in kaal if not unicodedata.combining(teken))
    return tuple(dict.fromkeys(_WOORD.findall(zonder)))
