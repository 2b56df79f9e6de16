"""Requests of chapter 7, campaigns, and how far another system is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.campagne.campagne import CampagneBeleid, campagnetaak, toets_frequentie
from app.domain.extern.systemen import ExternBeleid, Laatstemelding, Syncmelding, Syncstand, Systeem, syncstand
from app.domain.gesprek.organisatie import OrganisatieBeleid
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, alle_voldaan
from app.domain.klantverzoek.verzoek import (
    Flankerend,
    KlantverzoekBeleid,
    Klantverzoekfeiten,
    Klantverzoeksoort,
    Klantverzoekuitkomst,
    behandeltaak,
    toets_flankerend,
    toets_uitkomst,
    toets_voorschot,
)
from tests.steun.beleid import beleid_van

VERZOEK, CAMPAGNE = beleid_van(KlantverzoekBeleid), beleid_van(CampagneBeleid)
MOMENT = datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.mark.regel("DEV-ORG-503")
@pytest.mark.parametrize("proces", list(Flankerend))
@pytest.mark.parametrize(
    ("groep", "uitkomst"),
    [
        (Klantgroep.FACILITEREN, Uitkomst.VOLDAAN),
        (Klantgroep.ZORGEN, Uitkomst.VOLDAAN),
        (Klantgroep.MATCHEN, Uitkomst.NIET_VOLDAAN),
        (Klantgroep.GROEIEN, Uitkomst.NIET_VOLDAAN),
        (None, Uitkomst.ONBEPAALD),
    ],
)
def test_hoofdstuk_7_is_voor_faciliteren_en_zorgen(
    proces: Flankerend, groep: Klantgroep | None, uitkomst: Uitkomst
) -> None:
    assert toets_flankerend(proces, groep, VERZOEK).uitkomst is uitkomst
    vrij = beleid_van(KlantverzoekBeleid, processen=[])
    assert toets_flankerend(proces, groep, vrij).uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-ORG-502")
@pytest.mark.parametrize(
    ("feiten", "compleet"),
    [
        ({"soort": "voorschot_vakantiegeld", "bedrag": 15_000, "maand": date(2026, 4, 1)}, True),
        ({"soort": "voorschot_vakantiegeld", "bedrag": 15_000}, False),
        ({"soort": "voorschot_vakantiegeld", "maand": date(2026, 4, 1)}, False),
        ({"soort": "mutatie"}, True),
    ],
)
def test_een_voorschot_noemt_bedrag_en_maand(feiten: dict[str, Any], compleet: bool) -> None:
    assert alle_voldaan([toets_voorschot(Klantverzoekfeiten(**feiten))]) is compleet


@pytest.mark.regel("DEV-ORG-502")
def test_elke_soort_heeft_eigen_uitkomsten() -> None:
    past = {
        (soort, uitkomst)
        for soort in Klantverzoeksoort
        for uitkomst in Klantverzoekuitkomst
        if alle_voldaan([toets_uitkomst(soort, uitkomst)])
    }
    assert len(past) == 8
    assert (Klantverzoeksoort.MUTATIE, Klantverzoekuitkomst.VERWERKT) in past
    assert (Klantverzoeksoort.SIGNAAL, Klantverzoekuitkomst.TOEGEKEND) not in past
    taak = behandeltaak(date(2026, 3, 31), VERZOEK)
    assert (taak.rol, taak.uiterste) == (Rol.INKOMENSCONSULENT, date(2026, 4, 16))


@pytest.mark.regel("DEV-ORG-505")
@pytest.mark.parametrize(
    ("verzonden", "vandaag", "uitkomst"),
    [
        pytest.param([], date(2026, 9, 30), Uitkomst.ONBEPAALD, id="dag-voor-het-signaal"),
        pytest.param([], date(2026, 10, 1), Uitkomst.NIET_VOLDAAN, id="dag-van-het-signaal"),
        pytest.param([date(2026, 2, 1)], date(2026, 10, 2), Uitkomst.NIET_VOLDAAN, id="een-is-te-weinig"),
        pytest.param([date(2026, 2, 1), date(2026, 9, 1)], date(2026, 10, 1), Uitkomst.VOLDAAN, id="twee"),
        pytest.param([date(2025, 12, 31), date(2026, 9, 1)], date(2027, 1, 1), Uitkomst.NIET_VOLDAAN, id="vorig-jaar"),
        pytest.param([date(2026, 1, 1), date(2026, 12, 31)], date(2027, 1, 1), Uitkomst.VOLDAAN, id="randen"),
    ],
)
def test_twee_campagnes_per_kalenderjaar(verzonden: list[date], vandaag: date, uitkomst: Uitkomst) -> None:
    assert toets_frequentie(2026, verzonden, vandaag, CAMPAGNE).uitkomst is uitkomst
    assert campagnetaak(2026, CAMPAGNE).uiterste == date(2026, 12, 31)


@pytest.mark.regel("DEV-ORG-506")
@pytest.mark.parametrize(
    ("melding", "na", "stand"),
    [
        pytest.param(None, 0, Syncstand.OPEN, id="nog-niet-gemeld"),
        pytest.param(Syncmelding.BIJGEWERKT, 0, Syncstand.BIJGEWERKT, id="op-hetzelfde-moment"),
        pytest.param(Syncmelding.BIJGEWERKT, 1, Syncstand.BIJGEWERKT, id="gemeld-na-de-wijziging"),
        pytest.param(Syncmelding.BIJGEWERKT, -1, Syncstand.GEWIJZIGD, id="gewijzigd-na-de-melding"),
        pytest.param(Syncmelding.MISLUKT, 1, Syncstand.MISLUKT, id="mislukt"),
    ],
)
def test_hoe_ver_het_andere_systeem_is(melding: Syncmelding | None, na: int, stand: Syncstand) -> None:
    laatste = Laatstemelding(melding=melding, op=MOMENT + timedelta(seconds=na)) if melding else None
    assert syncstand(MOMENT, laatste) is stand
    beleid = beleid_van(ExternBeleid)
    assert beleid.systemen_van("afspraak.gepland") == (Systeem.JCC,)
    assert beleid.systemen_van("klant.gewijzigd") == ()


@pytest.mark.regel("DEV-ORG-504")
def test_in_de_werkgroep_overerving_doen_ic_en_makelaar_mee_met_vier_partners() -> None:
    [groep] = beleid_van(OrganisatieBeleid).werkgroepen.waarde
    assert [partner.naam for partner in groep.partners] == ["RMC", "Jolo", "Raster", "Gezinscoaches"]
    assert set(groep.deelnemers) == {Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR}
