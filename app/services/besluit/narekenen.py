"""Narekenen: decide again on the stored facts and the stored policy, and compare byte for byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ValidationError

from app import CODEVERSIE
from app.db.besluit import Besluit
from app.domain.kern.canoniek import canoniek, canoniek_van
from app.domain.kern.fouten import DomeinFout
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, bewaarde_feiten, bewaarde_inhoud, vind
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
    nu = None if uitkomst is None else _geschreven(besluit, uitkomst)
    verschillen = tuple(_verschillen(h, besluit, nu))
    return Narekening(
        besluit_id=besluit.id,
        klant_id=besluit.klant_id,
        zelfde=not verschillen,
        sha256_toen=_sha256(besluit.beslissing_bytes),
        sha256_nu=None if nu is None else _sha256(nu),
        codeversie_toen=besluit.codeversie,
        codeversie_nu=CODEVERSIE,
        verschillen=verschillen,
    )


def _beslis(besluit: Besluit, beleid: Any) -> Any:
    return REKENAARS[besluit.soort].beslis(bewaarde_feiten(besluit), beleid, besluit.peildatum)


def _geschreven(besluit: Besluit, uitkomst: BaseModel) -> bytes:
    """Write the outcome of now in the form of then: a field that did not exist then and says nothing stays away."""
    return besluit.beslissing_bytes if _canoniek_toen(besluit) == canoniek(uitkomst) else canoniek(uitkomst)


def _canoniek_toen(besluit: Besluit) -> bytes:
    """Return the outcome of then with the fields of now; the stored bytes when they no longer fit the model."""
    toen = _probeer(lambda: beslissing_van(besluit))
    return besluit.beslissing_bytes if toen is None else canoniek(toen)


def _probeer(reken: Any) -> Any:
    """Return what comes out; None for stored data that no longer fit their model or that the rules refuse."""
    try:
        return reken()
    except (ValidationError, DomeinFout):
        return None


def _verschillen(h: Handeling, besluit: Besluit, nu: bytes | None) -> Iterator[str]:
    toen = besluit.beslissing_bytes
    if _sha256(canoniek_van(bewaarde_inhoud(h, besluit))) != besluit.beleid_sha256:
        yield "beleid"
    if _sha256(toen) != besluit.beslissing_sha256:
        yield "opgeslagen_bytes"
    if json.loads(toen) != besluit.beslissing:
        yield "leesbare_beslissing"
    if nu is None:
        yield "beslissing"
    elif nu != toen:
        oud, nieuw = json.loads(_canoniek_toen(besluit)), json.loads(nu)
        yield from sorted(deel for deel in oud.keys() | nieuw.keys() if oud.get(deel) != nieuw.get(deel))


def _sha256(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
