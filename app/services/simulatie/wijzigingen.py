"""Changed values in the policy of maatregelen: what is asked, and whether a municipality could set it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints, ValidationError, field_validator

from app.domain.beleid.fouten import Probleem, uit_validatie
from app.domain.beleid.model import Versie
from app.domain.beleid.pakket import NL
from app.domain.beleid.register import Register
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.simulatie.wijziging import OnbekendPad, Wijziging, wijzig
from app.services.handeling import Handeling, Opdracht

SOORT = MaatregelBeleid.soort
PER_CATEGORIE: Final = ("verlaging_procent", "duur_maanden")


class Simulatiewijziging(Opdracht):
    """Eén andere waarde in het beleid over maatregelen, zoals `GET /v1/beleid` het toont."""

    veld: Annotated[str, StringConstraints(pattern=r"^[a-z_]{3,60}(\.([A-Za-z0-9_]{1,60}|\*)){0,3}$")] = Field(
        examples=["verlaging_procent.2"],
        description=(
            "Naam van de waarde, en na een punt wat daarin anders is: `verlaging_procent.2`. In de tabel van "
            "gedragingen met de code van de rij, of `*` voor elke rij: `gedragingen.*.lik_op_stuk`."
        ),
    )
    waarde: Any = Field(default=None, examples=["20"], description="Bedragen in eurocenten, percentages als tekst.")

    @field_validator("waarde")
    @classmethod
    def _hele_tekens(cls, waarde: Any) -> Any:
        try:
            json.dumps(waarde, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("Hier staat een half teken in.") from None
        return waarde


Wijzigingen = Annotated[tuple[Simulatiewijziging, ...], Field(min_length=1, max_length=50)]


def keur(h: Handeling, gemeente: str, wijzigingen: Sequence[Simulatiewijziging]) -> Versie[MaatregelBeleid]:
    """Return the policy that is changed, the one in force today.

    Raises OngeldigeInvoer with each value that the pack itself would refuse: a path that does not exist, a value that
    is not allowed or out of bounds, and what national law has set.
    """
    versie = h.beleid.geldend(MaatregelBeleid, gemeente, h.vandaag)
    nu: dict[str, Any] = versie.beleid.model_dump(mode="json")
    fouten: dict[str, str] = {}
    plek_van: dict[Probleem, str] = {}
    nieuw, problemen = nu, list[Probleem]()
    for nr, wijziging in enumerate(wijzigingen):
        try:
            _bestaat(nieuw, wijziging.veld)
            nieuw = wijzig(nieuw, [als_wijziging(wijziging)])
        except OnbekendPad:
            fouten[f"wijzigingen.{nr}.veld"] = "Dit bestaat niet in het beleid over maatregelen; zie GET /v1/beleid."
        problemen = list(_problemen(h.register, gemeente, h.vandaag, nieuw))
        plek_van = dict.fromkeys(problemen, f"wijzigingen.{nr}.waarde") | plek_van
    for probleem in problemen:  # what a later change mended is no problem
        veld = plek_van[probleem]
        fouten[veld] = f"{fouten[veld]} {_zin(probleem)}" if veld in fouten else _zin(probleem)
    if not fouten and nieuw == nu:
        fouten["wijzigingen"] = "Hiermee verandert er niets: dit geldt al."
    if fouten:
        raise OngeldigeInvoer(fouten)
    return versie


def _bestaat(inhoud: dict[str, Any], veld: str) -> None:
    """Raise OnbekendPad for a category that no gedraging can be in: its percentage or duration would say nothing."""
    hoofdveld, *pad = veld.split(".")
    if hoofdveld in PER_CATEGORIE and pad and pad[0] not in inhoud[hoofdveld]["waarde"]:
        raise OnbekendPad(veld)


def als_wijziging(wijziging: Simulatiewijziging) -> Wijziging:
    """Turn what was asked into what the domain knows."""
    return Wijziging(veld=wijziging.veld, waarde=wijziging.waarde)


def gewijzigd(inhoud: dict[str, Any], wijzigingen: Sequence[Wijziging]) -> str | None:
    """Return a policy that was kept, with the changed values, as JSON; None when they do not fit it."""
    try:
        toen = MaatregelBeleid.lees_bewaard(inhoud).model_dump(mode="json")
        return MaatregelBeleid.model_validate(wijzig(toen, wijzigingen)).model_dump_json()
    except (OnbekendPad, ValidationError):
        return None


def _problemen(register: Register, gemeente: str, dag: date, nieuw: dict[str, Any]) -> Iterator[Probleem]:
    """Yield what the pack itself would refuse in this policy."""
    try:
        MaatregelBeleid.model_validate(nieuw)
    except ValidationError as fout:
        yield from uit_validatie(fout, lambda _: "")
    nu = register.geldend(MaatregelBeleid, gemeente, dag).beleid.model_dump(mode="json")
    termen = register.kader.op(SOORT, dag)
    landelijk = {veld for laag in register.lagen(SOORT, gemeente, dag) if laag.gemeente == NL for veld in laag.waarden}
    for veld in sorted(naam for naam in nieuw if nieuw[naam] != nu[naam]):
        term = termen.get(veld)
        if veld in landelijk and not (term and term.standaard):
            yield Probleem("", veld, "ligt landelijk vast; een gemeente mag hier niet van afwijken")
        elif term and (bezwaar := term.bezwaar(nieuw[veld]["waarde"])):
            yield Probleem("", veld, bezwaar)


def _zin(probleem: Probleem) -> str:
    tekst = f"{probleem.veld} {probleem.melding}".strip()
    return f"{tekst[:1].upper()}{tekst[1:]}."
