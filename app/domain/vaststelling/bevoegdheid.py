"""Which body may decide on a change of policy: what changed, and of which level that is (DEV-ORG-901)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from app.domain.beleid.herkomst import velden
from app.domain.beleid.model import Beleid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, verordening
from app.domain.kern.toets import Toets
from app.domain.vaststelling.beleid import Niveauregel, Orgaan, VaststellingBeleid


def gewijzigde_grondslagen(oud: Beleid | None, nieuw: Beleid) -> tuple[Grondslag, ...]:
    """Return the articles on which rests what differs from the version before; all of them for the first version."""
    eerder = velden(oud) if oud is not None else {}
    later = velden(nieuw)
    gevonden = [g for naam in later for g in _verschil(eerder.get(naam), later[naam], later[naam].grondslag)]
    gevonden += [weg.grondslag for naam, weg in eerder.items() if naam not in later]
    return tuple(dict.fromkeys(gevonden))


def _verschil(oud: Any, nieuw: Any, grondslag: Grondslag) -> Iterator[Grondslag]:
    if oud == nieuw:
        return
    if isinstance(nieuw, BaseModel):
        yield from _in_model(oud, nieuw, getattr(nieuw, "grondslag", None) or grondslag)
    elif _met_codes(nieuw):
        yield from _per_code(oud if _met_codes(oud) else (), nieuw, grondslag)
    else:
        yield grondslag


def _in_model(oud: Any, nieuw: BaseModel, grondslag: Grondslag) -> Iterator[Grondslag]:
    for veld in sorted(type(nieuw).model_fields):
        eerder = getattr(oud, veld) if isinstance(oud, type(nieuw)) else None
        yield from _verschil(eerder, getattr(nieuw, veld), _bron(nieuw, veld) or grondslag)


def _per_code(oud: Any, nieuw: Any, grondslag: Grondslag) -> Iterator[Grondslag]:
    """Compare what has a code one by one; what is gone is a change of its own article, or else of the whole."""
    eerder, later = ({deel.code: deel for deel in reeks} for reeks in (oud, nieuw))
    for code in sorted(eerder.keys() | later.keys()):
        yield from _verschil(
            eerder.get(code), later.get(code), getattr(eerder.get(code), "grondslag", None) or grondslag
        )


def _bron(model: BaseModel, veld: str) -> Grondslag | None:
    """Return the own article of a limit, where a model keeps those apart under the name of the limit."""
    bronnen: Mapping[str, Any] = getattr(model, "bronnen", {})
    return next((bron.grondslag for naam, bron in bronnen.items() if naam in veld), None)


def _met_codes(waarde: Any) -> bool:
    return isinstance(waarde, tuple) and bool(waarde) and all(hasattr(deel, "code") for deel in waarde)


def bevoegden(grondslagen: Iterable[Grondslag], beleid: VaststellingBeleid) -> tuple[Niveauregel, ...]:
    """Return the levels that a change touches, each with the body that decides; the law is not for the gemeente."""
    gevonden = [beleid.regel_van(grondslag) for grondslag in grondslagen]
    geraakt = {regel.niveau for regel in gevonden if regel is not None and regel.orgaan is not Orgaan.WETGEVER}
    return tuple(regel for regel in beleid.niveaus.waarde if regel.niveau in geraakt)


def toets_orgaan(orgaan: Orgaan, geraakt: tuple[Niveauregel, ...], beleid: VaststellingBeleid) -> Toets:
    """Test that a body decides on what is its own: the verordening is the raad's, the rest the college's."""
    eigen = tuple(regel.niveau.value for regel in geraakt if regel.orgaan is orgaan)
    nodig = sorted({regel.orgaan.value for regel in geraakt})
    zin = f"Deze versie wijzigt wat is voorbehouden aan: {' en '.join(nodig) or 'niemand; er verandert niets'}."
    gezien = {"orgaan": orgaan.value, "niveaus": tuple(regel.niveau.value for regel in geraakt)}
    return maak_toets("bevoegd_orgaan", bool(eigen), beleid.niveaus.grondslag, gezien, zin)


def toets_onderwerp(code: str, naam: str, geregeld: Iterable[str], beleid: VaststellingBeleid) -> Toets:
    """Test that the active version has a rule of the verordening on a subject that the raad must regulate.

    ``geregeld`` are the codes of the voorzieningen of which a condition rests on the verordening (DEV-VRZ-920).
    """
    nodig = beleid.uitwerking.waarde.get(code, ())
    gevonden = tuple(sorted(set(nodig) & set(geregeld)))
    zin = f"De verordening regelt: {naam}."
    mis = f"De verordening heeft hierover geen regel: {naam}. De raad moet dit regelen."
    gezien = {"uitgewerkt_in": gevonden}
    return maak_toets("in_verordening_geregeld", bool(gevonden), verordening("3"), gezien, zin, mis)
