"""Narekenen: decide again on the stored facts and the stored policy, and compare byte for byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from app import CODEVERSIE
from app.db.besluit import Besluit
from app.domain.kern.canoniek import canoniek
from app.domain.kern.fouten import DomeinFout
from app.services.besluit.lezen import bewaard_beleid, bewaarde_feiten, vind
from app.services.besluit.rekenaars import REKENAARS
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Narekening:
    """The comparison; ``verschillen`` names the parts that differ, ``sha256_nu`` is None when nothing came out."""

    besluit_id: UUID
    klant_id: UUID
    zelfde: bool
    sha256_toen: str
    sha256_nu: str | None
    codeversie_toen: str
    codeversie_nu: str
    verschillen: tuple[str, ...]


def reken_na(h: Handeling, besluit_id: UUID) -> Narekening:
    """Replay a besluit: from the stored facts and policy only, with the rules of now."""
    besluit = vind(h, besluit_id)[0].besluit
    beleid = _probeer(lambda: bewaard_beleid(h, besluit))
    uitkomst = None if beleid is None else _probeer(lambda: _beslis(besluit, beleid))
    nu = None if uitkomst is None else canoniek(uitkomst)
    verschillen = tuple(_verschillen(besluit, beleid, nu))
    return Narekening(
        besluit_id=besluit.id,
        klant_id=besluit.klant_id,
        zelfde=not verschillen,
        sha256_toen=hashlib.sha256(besluit.beslissing_bytes).hexdigest(),
        sha256_nu=None if nu is None else hashlib.sha256(nu).hexdigest(),
        codeversie_toen=besluit.codeversie,
        codeversie_nu=CODEVERSIE,
        verschillen=verschillen,
    )


def _beslis(besluit: Besluit, beleid: Any) -> Any:
    return REKENAARS[besluit.soort].beslis(bewaarde_feiten(besluit), beleid, besluit.peildatum)


def _probeer(reken: Any) -> Any:
    """Return what comes out; None for stored data that no longer fit their model or that the rules refuse."""
    try:
        return reken()
    except (ValidationError, DomeinFout):
        return None


def _verschillen(besluit: Besluit, beleid: Any, nu: bytes | None) -> Iterator[str]:
    toen = besluit.beslissing_bytes
    if beleid is None or hashlib.sha256(canoniek(beleid)).hexdigest() != besluit.beleid_sha256:
        yield "beleid"
    if hashlib.sha256(toen).hexdigest() != besluit.beslissing_sha256:
        yield "opgeslagen_bytes"
    if json.loads(toen) != besluit.beslissing:
        yield "leesbare_beslissing"
    if nu is None:
        yield "beslissing"
    elif nu != toen:
        oud, nieuw = json.loads(toen), json.loads(nu)
        yield from sorted(deel for deel in oud.keys() | nieuw.keys() if oud.get(deel) != nieuw.get(deel))
