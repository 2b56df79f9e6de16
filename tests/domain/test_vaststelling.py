"""Who decides on policy, what the raad must regulate, the reply to an advice, and what terms mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.begrip.beleid import BegripBeleid, Begripbron, Begripregeling, Voorrang, geldende_begrippen
from app.domain.beleid.model import Beleid
from app.domain.kern.grondslag import Grondslag, productenboek, pw, verordening
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import alle_voldaan
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.vaststelling.beleid import Normniveau, Orgaan, VaststellingBeleid
from app.domain.vaststelling.bevoegdheid import bevoegden, gewijzigde_grondslagen, toets_onderwerp, toets_orgaan
from app.domain.vaststelling.opvolging import (
    Beleidsfeit,
    Vaststellingstaak,
    toets_reactie,
    vaststellingstaak,
)
from app.domain.vaststelling.opvolging import Beleidsvervolgsoort as Wat
from app.domain.voorziening.beleid import Limiet, Limietbron, VoorzieningBeleid
from app.domain.voorziening.oordeel import Niveau
from tests.steun.beleid import beleid_van, vast_register

REGISTER = vast_register()
BELEID = REGISTER.geldend(VaststellingBeleid, "GM0150", date(2026, 3, 31)).beleid
VOORZIENING = REGISTER.geldend(VoorzieningBeleid, "GM0150", date(2026, 3, 31)).beleid
BELEIDSREGEL = Grondslag(regeling="Beleidsregels Re-integratie gemeente Deventer 2021", artikel="1", lid="3")


def organen(oud: Beleid | None, nieuw: Beleid) -> list[Orgaan]:
    return [regel.orgaan for regel in bevoegden(gewijzigde_grondslagen(oud, nieuw), BELEID)]


def met_duur(maanden: int) -> VoorzieningBeleid:
    """Change only how long a werkervaringsplaats lasts, which the beleidsregels say."""
    waarde = VOORZIENING.voorzieningen
    bron = Limietbron(grondslag=BELEIDSREGEL, niveau=Niveau.BELEIDSREGEL)
    regels = tuple(
        regel.model_copy(update={"max_duur_maanden": maanden, "bronnen": {**regel.bronnen, Limiet.DUUR: bron}})
        if regel.code == "werkervaringsplaats"
        else regel
        for regel in waarde.waarde
    )
    return VOORZIENING.model_copy(update={"voorzieningen": waarde.model_copy(update={"waarde": regels})})


@pytest.mark.regel("DEV-ORG-901")
@pytest.mark.parametrize(
    ("grondslag", "niveau", "orgaan"),
    [
        (verordening("4"), Normniveau.VERORDENING, Orgaan.RAAD),
        (BELEIDSREGEL, Normniveau.BELEIDSREGELS, Orgaan.COLLEGE),
        (productenboek("5.3.3"), Normniveau.PRODUCTENBOEK, Orgaan.COLLEGE),
        (pw("18"), Normniveau.WET, Orgaan.WETGEVER),
    ],
)
def test_elk_niveau_heeft_een_orgaan(grondslag: Grondslag, niveau: Normniveau, orgaan: Orgaan) -> None:
    regel = BELEID.regel_van(grondslag)
    assert regel is not None
    assert (regel.niveau, regel.orgaan) == (niveau, orgaan)
    assert BELEID.niveau(niveau) == regel
    assert regel.ter_kennisname_raad is (orgaan is Orgaan.COLLEGE)


@pytest.mark.regel("DEV-ORG-901")
def test_een_limiet_uit_de_beleidsregels_wijzigt_het_college_en_die_uit_de_verordening_de_raad() -> None:
    assert organen(met_duur(3), met_duur(4)) == [Orgaan.COLLEGE]
    [eerste, *rest] = VOORZIENING.voorzieningen.waarde
    ander = VOORZIENING.voorzieningen.model_copy(
        update={"waarde": (eerste.model_copy(update={"leeftijd_van": 99}), *rest)}
    )
    assert organen(VOORZIENING, VOORZIENING.model_copy(update={"voorzieningen": ander})) == [Orgaan.RAAD]
    weg = VOORZIENING.voorzieningen.model_copy(update={"waarde": tuple(rest)})
    assert organen(VOORZIENING, VOORZIENING.model_copy(update={"voorzieningen": weg})) == [Orgaan.RAAD]
    assert organen(VOORZIENING, VOORZIENING) == []
    assert set(organen(None, met_duur(3))) == {Orgaan.RAAD, Orgaan.COLLEGE}, "de eerste versie raakt alles"
    makelaar = beleid_van(MakelaarBeleid)
    assert organen(makelaar, beleid_van(MakelaarBeleid, duur_maanden=1)) == [Orgaan.COLLEGE]
    minder = makelaar.besliscodes.model_copy(update={"waarde": makelaar.besliscodes.waarde[:-1]})
    assert organen(makelaar, makelaar.model_copy(update={"besliscodes": minder})) == [Orgaan.COLLEGE]


@pytest.mark.regel("DEV-ORG-901")
@pytest.mark.parametrize(
    ("niveaus", "orgaan", "mag"),
    [
        (["verordening"], Orgaan.RAAD, True),
        (["verordening"], Orgaan.COLLEGE, False),
        (["beleidsregels"], Orgaan.COLLEGE, True),
        (["beleidsregels"], Orgaan.RAAD, False),
        (["verordening", "beleidsregels"], Orgaan.COLLEGE, True),
        ([], Orgaan.RAAD, False),
    ],
)
def test_wie_over_een_wijziging_beslist(niveaus: list[str], orgaan: Orgaan, mag: bool) -> None:
    geraakt = tuple(regel for regel in BELEID.niveaus.waarde if regel.niveau in niveaus)
    assert alle_voldaan([toets_orgaan(orgaan, geraakt, BELEID)]) is mag
    assert BELEID.regel_van(Grondslag(regeling="Onbekend", artikel="1")) is None


class _Kaal(Beleid):
    soort = "kaal"


def test_een_veld_dat_verdwijnt_telt_mee() -> None:
    makelaar = beleid_van(MakelaarBeleid)
    assert set(gewijzigde_grondslagen(makelaar, _Kaal())) >= {makelaar.doelen.grondslag, makelaar.besliscodes.grondslag}


@pytest.mark.regel("DEV-VRZ-920")
def test_wat_de_raad_moet_regelen_en_wat_ontbreekt() -> None:
    geregeld = ["persoonlijke_ondersteuning", "scholing", "beschut_werk"]
    stand = {
        deel.code: alle_voldaan([toets_onderwerp(deel.code, deel.naam, geregeld, BELEID)])
        for deel in BELEID.verordeningsplichtig.waarde
    }
    assert stand == {
        "persoonlijke_ondersteuning": True,
        "scholing_10a_lid_5": True,
        "premie_10a_lid_6": False,
        "beschut_werk": True,
    }
    assert not alle_voldaan([toets_onderwerp("beschut_werk", "Beschut werk", ["scholing"], BELEID)])


def feit(soort: Wat, dag: int) -> Beleidsfeit:
    return Beleidsfeit(soort=soort, datum=date(2021, 3, dag))


@pytest.mark.regel("DEV-ORG-904")
@pytest.mark.parametrize(
    ("feiten", "beantwoord"),
    [
        pytest.param([], True, id="geen-advies"),
        pytest.param([feit(Wat.ADVIES, 4)], False, id="advies-zonder-reactie"),
        pytest.param([feit(Wat.ADVIES, 4), feit(Wat.REACTIE, 3)], False, id="reactie-ervoor"),
        pytest.param([feit(Wat.ADVIES, 4), feit(Wat.REACTIE, 4)], True, id="zelfde-dag"),
        pytest.param([feit(Wat.ADVIES, 4), feit(Wat.REACTIE, 5)], True, id="erna"),
        pytest.param(
            [
                feit(Wat.ADVIES, 4),
                feit(Wat.REACTIE, 5),
                feit(Wat.ADVIES, 6),
            ],
            False,
            id="nieuw-advies",
        ),
    ],
)
def test_een_advies_vraagt_een_reactie(feiten: list[Beleidsfeit], beantwoord: bool) -> None:
    assert alle_voldaan([toets_reactie(feiten)]) is beantwoord
    taak = vaststellingstaak(Vaststellingstaak.REAGEREN, date(2021, 3, 30), BELEID)
    assert (taak.rol, taak.uiterste) == (Rol.BELEIDSMEDEWERKER, date(2021, 4, 15)), "Goede Vrijdag en Pasen tellen niet"


@pytest.mark.regel("DEV-VRZ-901")
def test_de_eigen_omschrijving_gaat_voor_dan_de_verordening_dan_de_wet() -> None:
    beleid = beleid_van(BegripBeleid)

    def geef(regeling: Begripregeling) -> dict[str, Any]:
        return {deel.definitie.begrip: deel for deel in geldende_begrippen(beleid, regeling)}

    in_beleidsregels, in_verordening = geef(Begripregeling.BELEIDSREGELS), geef(Begripregeling.VERORDENING)
    eigen = in_beleidsregels["startkwalificatie"]
    assert (eigen.voorrang, eigen.definitie.bron) == (Voorrang.EIGEN_DEFINITIE, Begripbron.BELEIDSREGELS)
    assert eigen.ook_in == (Begripbron.VERORDENING,)
    assert in_beleidsregels["mantelzorg"].voorrang is Voorrang.VERORDENING_2021
    assert in_verordening["mantelzorg"].voorrang is Voorrang.EIGEN_DEFINITIE
    assert in_verordening["startkwalificatie"].definitie.bron is Begripbron.VERORDENING
    assert in_beleidsregels["loonkostensubsidie"].definitie.bron is Begripbron.VERORDENING
    assert in_beleidsregels["loonkostensubsidie"].ook_in == (Begripbron.PARTICIPATIEWET_AWB,)
    assert in_verordening["besluit"].voorrang is Voorrang.PARTICIPATIEWET_AWB
    alleen = beleid.begrippen.waarde[2:3]
    klein = beleid.model_copy(update={"begrippen": beleid.begrippen.model_copy(update={"waarde": alleen})})
    assert geldende_begrippen(klein, Begripregeling.VERORDENING) == (), (
        "wat alleen in de beleidsregels staat, geldt daar"
    )
    assert list(in_verordening) == sorted(in_verordening)
