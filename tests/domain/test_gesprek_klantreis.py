"""The klantreis, competences and the contact with partners; the taaleis of Faciliteren."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.gesprek.klantreis import KlantreisBeleid, Stapfeit, Stapstatus, klantreis
from app.domain.gesprek.organisatie import OrganisatieBeleid, overlegtaak, toets_overleg, volgend_overleg
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.plan.toetsen import toets_taaleis
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
REGISTER = vast_register()
REIS = REGISTER.geldend(KlantreisBeleid, "GM0150", DAG).beleid
ORGANISATIE = REGISTER.geldend(OrganisatieBeleid, "GM0150", DAG).beleid
FACILITEREN = REIS.stappen(Klantgroep.FACILITEREN).waarde
GEDAAN = Stapfeit(status=Stapstatus.GEDAAN, op=date(2026, 1, 5))


def open_stappen(feiten: dict[str, Stapfeit], *, toegekend: bool, vandaag: date = DAG) -> list[str]:
    standen = klantreis(FACILITEREN, feiten, vandaag, toegekend=toegekend)
    return [stand.stap.code for stand in standen if stand.open]


@pytest.mark.regel("DEV-KGR-514")
def test_de_reis_van_faciliteren_in_volgorde() -> None:
    per_fase: dict[str, list[str]] = {}
    for stap in FACILITEREN:
        per_fase.setdefault(stap.fase, []).append(stap.code)
    assert per_fase == {
        "voor_toekenning": ["melding", "screeningsgesprek", "ambitiegesprek", "afhandeling_uitkering"],
        "na_toekenning": ["kick_off", "kennismakingsgesprek_met_pva"],
        "tijdens": [
            "participatiemakelaar",
            "rechtmatigheidsonderzoek",
            "doelmatigheidsgesprek",
            "bijzondere_bijstand",
            "voorschot_vakantiegeld",
            "mutaties",
            "signalen",
        ],
    }
    assert {stap.code for stap in FACILITEREN if stap.jaarlijks} == {
        "rechtmatigheidsonderzoek",
        "doelmatigheidsgesprek",
    }
    assert "kick_off" not in {stap.code for stap in REIS.stappen(Klantgroep.ZORGEN).waarde}
    assert {stap.code for stap in REIS.stappen(Klantgroep.MATCHEN).waarde} >= {"kick_off", "plan_van_aanpak"}


@pytest.mark.regel("DEV-KGR-514")
def test_na_toekenning_zijn_kick_off_en_kennismaking_open() -> None:
    voor = dict.fromkeys(("melding", "screeningsgesprek", "ambitiegesprek"), GEDAAN)
    assert open_stappen(voor, toegekend=False) == ["afhandeling_uitkering"]
    na = voor | {"afhandeling_uitkering": GEDAAN}
    jaarlijks = ["rechtmatigheidsonderzoek", "doelmatigheidsgesprek"]
    assert open_stappen(na, toegekend=True) == ["kick_off", "kennismakingsgesprek_met_pva", *jaarlijks]
    gepland = na | {"kick_off": Stapfeit(status=Stapstatus.GEPLAND, op=date(2026, 4, 7))}
    over = Stapfeit(status=Stapstatus.OVERGESLAGEN, op=DAG, reden="Kende de groep al.")
    assert open_stappen(gepland | {"kennismakingsgesprek_met_pva": over}, toegekend=True) == jaarlijks
    assert klantreis(FACILITEREN, na, DAG, toegekend=True)[4].feit.status is Stapstatus.TE_DOEN


@pytest.mark.regel("DEV-KGR-514")
@pytest.mark.parametrize(
    ("vandaag", "weer_open"),
    [
        pytest.param(date(2027, 1, 4), False, id="dag-ervoor"),
        pytest.param(date(2027, 1, 5), True, id="een-jaar-later"),
        pytest.param(date(2027, 1, 6), True, id="dag-erna"),
    ],
)
def test_wat_jaarlijks_is_komt_terug(vandaag: date, weer_open: bool) -> None:
    feiten = {stap.code: GEDAAN for stap in FACILITEREN}
    jaarlijks = ["rechtmatigheidsonderzoek", "doelmatigheidsgesprek"]
    assert open_stappen(feiten, toegekend=True, vandaag=vandaag) == (jaarlijks if weer_open else [])


@pytest.mark.regel("DEV-ORG-003")
def test_competenties_van_de_inkomensconsulent() -> None:
    assert ORGANISATIE.competentiecodes((Rol.INKOMENSCONSULENT,)) == {
        "oordeelsvorming",
        "klantgerichtheid",
        "kwaliteitsgerichtheid",
        "zorgvuldigheid",
        "samenwerken",
        "communicatief",
    }
    assert ORGANISATIE.competentiecodes((Rol.RECEPTIE,)) == frozenset()


@pytest.mark.regel("DEV-ORG-006")
@pytest.mark.parametrize(
    ("laatste", "uitkomst"),
    [
        pytest.param(None, Uitkomst.ONBEPAALD, id="nog-nooit"),
        pytest.param(date(2026, 1, 1), Uitkomst.VOLDAAN, id="dag-minder-dan-drie-maanden"),
        pytest.param(date(2025, 12, 31), Uitkomst.VOLDAAN, id="precies-drie-maanden"),
        pytest.param(date(2025, 12, 30), Uitkomst.NIET_VOLDAAN, id="dag-meer-dan-drie-maanden"),
    ],
)
def test_elk_kwartaal_contact_met_de_sociale_raadslieden(laatste: date | None, uitkomst: Uitkomst) -> None:
    partner = ORGANISATIE.partner("sociale_raadslieden")
    assert partner is not None
    grondslag = ORGANISATIE.ketenpartners.grondslag
    assert toets_overleg(partner, laatste, DAG, grondslag).uitkomst is uitkomst
    assert volgend_overleg(partner, date(2026, 1, 31)) == (date(2026, 2, 28), date(2026, 4, 30))
    assert (partner.contactpersonen_max, overlegtaak(partner, DAG, grondslag).uiterste) == (2, DAG)
    assert ORGANISATIE.partner("onbekend") is None


@pytest.mark.regel("DEV-KGR-506")
@pytest.mark.parametrize(
    ("groep", "beoordeeld", "waarschuwt"),
    [
        pytest.param(Klantgroep.FACILITEREN, False, True, id="faciliteren-niet-nagegaan"),
        pytest.param(Klantgroep.FACILITEREN, True, False, id="faciliteren-nagegaan"),
        pytest.param(Klantgroep.ZORGEN, False, False, id="andere-klantgroep"),
    ],
)
def test_de_taaleis_is_bij_faciliteren_nagegaan(groep: Klantgroep, beoordeeld: bool, waarschuwt: bool) -> None:
    assert bool(toets_taaleis(groep, beoordeeld=beoordeeld)) is waarschuwt
