"""Which documents a household must hand in, what follows on a call about them, and what must be told."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.bericht.beleid import BerichtBeleid
from app.domain.bericht.bewijsmiddelen import Huishouden, Voorwie, bewijsmiddelenlijst
from app.domain.intake.soorten import Voorlichting
from app.domain.intake.stukken import taken_na_belgesprek
from app.domain.intake.voorlichting import toets_voorlichting
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

MIDDELEN = vast_register().geldend(BerichtBeleid, "GM0150", date(2026, 3, 31)).beleid.bewijsmiddelen.waarde
DINSDAG = date(2026, 3, 31)
GEWOON = {Voorwie.IEDEREEN, Voorwie.VAST_ADRES}


def huishouden(*kenmerken: Kenmerk, partners: bool = False, medebewoners: int = 0, jongere: bool = False) -> Huishouden:
    return Huishouden(partners, medebewoners, jongere, frozenset(kenmerken))


@pytest.mark.regel("DEV-AAN-017")
@pytest.mark.parametrize(
    ("wie", "voor"),
    [
        pytest.param(huishouden(), GEWOON, id="alleen"),
        pytest.param(huishouden(partners=True), GEWOON | {Voorwie.PARTNERS}, id="partners"),
        pytest.param(huishouden(medebewoners=1), GEWOON | {Voorwie.MEDEBEWONERS}, id="medebewoner"),
        pytest.param(huishouden(jongere=True), GEWOON | {Voorwie.JONGERE}, id="jongere"),
        pytest.param(huishouden(Kenmerk.STATUSHOUDER), GEWOON | {Voorwie.STATUSHOUDER}, id="statushouder"),
        pytest.param(
            huishouden(Kenmerk.ALLEENSTAANDE_OUDER), GEWOON | {Voorwie.ALLEENSTAANDE_OUDER}, id="alleenstaande-ouder"
        ),
        pytest.param(
            huishouden(Kenmerk.DAK_THUISLOOS), {Voorwie.IEDEREEN, Voorwie.DAK_THUISLOOS}, id="geen-huurcontract"
        ),
    ],
)
def test_de_lijst_past_bij_het_huishouden(wie: Huishouden, voor: set[Voorwie]) -> None:
    lijst = bewijsmiddelenlijst(wie, MIDDELEN)
    assert {middel.voor for middel in lijst} == voor
    assert str(lijst[0]).startswith("Kopie van uw identiteitsbewijs (paspoort")
    assert all(str(middel) == middel.omschrijving for middel in lijst if not middel.uitleg)


@pytest.mark.regel("DEV-AAN-017")
@pytest.mark.parametrize(
    ("hulp", "begrepen", "soorten"),
    [
        pytest.param(None, None, [], id="niets-bekend"),
        pytest.param(False, True, [], id="alles-duidelijk"),
        pytest.param(True, True, ["hulp_administratie"], id="hulp-nodig"),
        pytest.param(False, False, ["stukken_uitleggen"], id="niet-begrepen"),
        pytest.param(True, False, ["hulp_administratie", "stukken_uitleggen"], id="beide"),
    ],
)
def test_wat_op_het_belgesprek_volgt(hulp: bool | None, begrepen: bool | None, soorten: list[str]) -> None:
    taken = taken_na_belgesprek(hulp, begrepen, DINSDAG)
    assert [taak.soort for taak in taken] == soorten
    assert {taak.uiterste for taak in taken} <= {date(2026, 4, 1)}


@pytest.mark.regel("DEV-SCR-016")
@pytest.mark.parametrize(
    ("verteld", "aanvraag", "rest"),
    [
        pytest.param(set(Voorlichting), False, (), id="alles-verteld"),
        pytest.param(set(Voorlichting) - {Voorlichting.DARIUZ}, False, ("dariuz",), id="dariuz-vergeten"),
        pytest.param(
            set(Voorlichting) - {Voorlichting.BEWIJSSTUKKEN_EN_INLEVERTERMIJN}, True, (), id="aanvraag-is-er-al"
        ),
        pytest.param(
            set(Voorlichting) - {Voorlichting.BEWIJSSTUKKEN_EN_INLEVERTERMIJN},
            False,
            ("bewijsstukken_en_inlevertermijn",),
            id="aanvraag-moet-nog",
        ),
    ],
)
def test_wat_nog_moet_worden_verteld(verteld: set[Voorlichting], aanvraag: bool, rest: tuple[str, ...]) -> None:
    toets = toets_voorlichting(verteld, aanvraag_gedaan=aanvraag)
    assert toets.feiten == {"nog_te_vertellen": rest}
    assert (toets.uitkomst is Uitkomst.VOLDAAN) is (rest == ())
