"""Voorstellen and indelingen over HTTP: criteria, refusals, the klant's own opinion, corrections, caseloads."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.db.historie import Outbox
from app.db.mutatie import Mutatie
from app.db.organisatie import Medewerker
from app.db.sessie import transactie
from app.db.taak import Taakstatus
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import (
    FACILITEREN,
    HANDHAVING,
    STUDIEPLICHT,
    ZORGEN,
    besluit,
    deel_in,
    klaar,
    mis,
    nieuw,
    stel_voor,
)
from tests.steun.klanten import handelend, ingedeeld, rij, taken

JONG = {"geboortedatum": date(1999, 4, 1)}


def historie(dienst: Dienst, klant_id: str, rol: str = "intaker") -> list[Any]:
    gevonden: list[Any] = dienst.doe("GET", f"/klanten/{klant_id}/indelingen", rol)["indelingen"]
    return gevonden


def open_taken(dienst: Dienst, klant_id: str) -> dict[str, str]:
    """Open taken with their role, but for the confirmation of the handover, which every first indeling asks for."""
    alle = {taak.soort: taak.rol.value for taak in taken(dienst, klant_id)}
    return {soort: rol for soort, rol in alle.items() if soort != "overdracht_bevestigen"}


def uitkomsten(voorstel: Any) -> dict[str, str]:
    return {groep["klantgroep"]: groep["uitkomst"] for groep in voorstel["klantgroepen"]}


@pytest.mark.regel("DEV-KGR-003", "DEV-KGR-004")
@pytest.mark.parametrize(
    ("maanden", "klantgroep"),
    [
        pytest.param(5, "matchen", id="5-maanden"),
        pytest.param(6, "matchen", id="6-maanden"),
        pytest.param(7, "groeien", id="7-maanden"),
        pytest.param(36, "groeien", id="36-maanden"),
        pytest.param(37, None, id="37-maanden"),
    ],
)
def test_het_voorstel_volgt_de_termijn(dienst: Dienst, maanden: int, klantgroep: str | None) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": maanden})
    voorstel = stel_voor(dienst, klant_id)
    assert voorstel["klantgroep"] == klantgroep
    assert (voorstel["beleidId"], len(voorstel["beleidSha256"])) == ("GM0150/indeling/2020-01-01", 64)
    assert voorstel["feiten"]["verwachteTermijnMaanden"] == maanden
    gelezen = dienst.doe("GET", f"/klanten/{klant_id}/indelingsvoorstellen/{voorstel['id']}", "intaker")
    assert {**gelezen, "gemaaktOp": voorstel["gemaaktOp"]} == voorstel
    assert rij(dienst, klant_id).klantgroep is None


def test_het_voorstel_zegt_per_klantgroep_wat_is_gehaald_en_wat_onbekend_is(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": "geen", "arbeidspotentieel": "geen"})
    voorstel = stel_voor(dienst, klant_id)
    assert uitkomsten(voorstel) == {
        "matchen": "niet_voldaan",
        "groeien": "niet_voldaan",
        "faciliteren": "onbepaald",
        "zorgen": "onbepaald",
    }
    criteria = [toets for groep in voorstel["klantgroepen"] for toets in groep["criteria"]]
    assert {toets["grondslag"]["regeling"] for toets in criteria} == {
        "Productenboek Inzet op Maat",
        "Re-integratieverordening Participatiewet 2021",
    }
    namen = {groep["klantgroep"]: (groep["naam"], groep["naamVerordening"]) for groep in voorstel["klantgroepen"]}
    assert (namen["zorgen"], namen["groeien"]) == (("Zorgen", "Zorg"), ("Groeien", "Groeien"))
    aangevuld = stel_voor(dienst, klant_id, **FACILITEREN)
    assert (aangevuld["klantgroep"], uitkomsten(aangevuld)["faciliteren"]) == ("faciliteren", "voldaan")


def test_zonder_ambitiegesprek_geen_voorstel(dienst: Dienst) -> None:
    antwoord = dienst.roep("POST", f"/klanten/{nieuw(dienst)}/indelingsvoorstellen", "intaker", {})
    assert mis(antwoord) == ["ambitiegesprek_gehouden"]


def test_een_voorstel_van_een_ander_is_er_niet(dienst: Dienst) -> None:
    een, ander = klaar(dienst), klaar(dienst)
    voorstel = stel_voor(dienst, een)
    pad = f"/klanten/{ander}/indelingsvoorstellen/{voorstel['id']}"
    assert dienst.roep("GET", pad, "intaker").status_code == 404
    antwoord = besluit(dienst, ander, voorstel)
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["voorstelId"]


@pytest.mark.regel("DEV-KGR-001", "DEV-KGR-512", "DEV-AMB-015", "DEV-AMB-010")
def test_een_indeling_heeft_gevolgen(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"signalen": [{"omschrijving": "Wil rijles", "urgentie": "niet_spoed"}]})
    versie = rij(dienst, klant_id).versie
    indeling = deel_in(dienst, klant_id, klantvoorkeur="matchen")
    assert (indeling["klantgroep"], indeling["van"], indeling["tot"]) == ("matchen", "2026-03-31", None)
    assert (indeling["klantvoorkeur"], indeling["beslotenDoor"]) == ("matchen", str(medewerker_id("intaker")))
    assert indeling["motivering"] == "De klant voldoet aan alle criteria van Matchen."
    klant = rij(dienst, klant_id)
    assert (klant.klantgroep, klant.team, klant.versie) == ("matchen", "matchen", versie + 1)
    assert klant.consulent_id == medewerker_id("werkconsulent") == UUID(indeling["consulentId"])
    assert open_taken(dienst, klant_id) == {"kick_off_plannen": "intaker", "signalen_oppakken": "werkconsulent"}
    assert [taak.soort for taak in taken(dienst, klant_id, Taakstatus.GEDAAN)] == ["klantgroep_bepalen"]
    assert dienst.doe("GET", f"/klanten/{klant_id}", "werkconsulent")["klantgroep"] == "matchen"
    dienst.ronde()
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        mutatie = sessie.scalars(select(Mutatie)).one()
    assert (mutatie.soort, mutatie.inhoud["van"], mutatie.inhoud["naar"]) == ("klantgroep", None, "matchen")
    assert (mutatie.inhoud["datum"], mutatie.inhoud["aanleiding"]) == ("2026-03-31", "eerste")
    assert set(mutatie.inhoud) >= {"gesprekId", "consulentId", "indelingId"}


@pytest.mark.regel("DEV-KEN-509", "DEV-ORG-501")
@pytest.mark.parametrize(
    ("feiten", "taak"),
    [
        pytest.param(FACILITEREN, {"kick_off_plannen": "intaker"}, id="faciliteren"),
        pytest.param(ZORGEN, {"kennismaking_plannen": "inkomensconsulent"}, id="zorgen-geen-kick-off"),
    ],
)
def test_faciliteren_en_zorgen_krijgen_de_inkomensconsulent(
    dienst: Dienst, feiten: dict[str, Any], taak: dict[str, str]
) -> None:
    klant_id = klaar(dienst, feiten)
    deel_in(dienst, klant_id)
    klant = rij(dienst, klant_id)
    assert (klant.team, klant.consulent_id) == ("inkomen", None)
    assert klant.inkomensconsulent_id == medewerker_id("inkomensconsulent")
    assert open_taken(dienst, klant_id) == taak
    (gemaakt,) = (open_ for open_ in taken(dienst, klant_id) if open_.soort in taak)
    if "kennismaking_plannen" in taak:
        assert gemaakt.uiterste_dag == date(2026, 4, 7)
        assert gemaakt.eigenaar_id == klant.inkomensconsulent_id


@pytest.mark.parametrize(
    ("gesprek", "velden", "opdracht", "verwacht"),
    [
        pytest.param(
            FACILITEREN | {"studieplicht": STUDIEPLICHT},
            JONG,
            {"klantgroep": "faciliteren", "motivering": "Past het best."},
            ["eerste_indeling_jongere"],
            id="JON-004-jongere-eerst-faciliteren",
            marks=pytest.mark.regel("DEV-JON-004"),
        ),
        pytest.param(
            ZORGEN | {"motivatieBijdrage": True},
            {},
            {"klantgroep": "zorgen", "motivering": "Past het best."},
            ["bijdrage_ontbreekt"],
            id="KGR-502-zorgen-maar-wil-en-kan",
            marks=pytest.mark.regel("DEV-KGR-502"),
        ),
        pytest.param(
            ZORGEN,
            {},
            {"klantgroep": "faciliteren", "motivering": "Past het best."},
            ["motivatie_bijdrage"],
            id="KGR-501-faciliteren-maar-wil-niet",
            marks=pytest.mark.regel("DEV-KGR-501"),
        ),
        pytest.param(
            FACILITEREN | {"arbeidspotentieel": "voldoende"},
            {},
            {"klantgroep": "faciliteren", "motivering": "Past het best."},
            ["geen_arbeidspotentieel"],
            id="KGR-501-faciliteren-maar-kan-werken",
            marks=pytest.mark.regel("DEV-KGR-501"),
        ),
        pytest.param(
            {"verwachteTermijnMaanden": "geen"},
            {},
            {"klantgroep": "zorgen", "motivering": "Past het best."},
            ["geen_arbeidspotentieel", "bijdrage_ontbreekt"],
            id="KGR-502-feiten-onbekend",
            marks=pytest.mark.regel("DEV-KGR-502"),
        ),
        pytest.param(
            {},
            {},
            {"klantgroep": "groeien"},
            ["afwijking_gemotiveerd"],
            id="KGR-023-afwijken-zonder-motivering",
            marks=pytest.mark.regel("DEV-KGR-023"),
        ),
        pytest.param(
            {},
            {},
            {"eens": None},
            ["verschil_van_mening_gemotiveerd"],
            id="KGR-023-mening-niet-gevraagd",
            marks=pytest.mark.regel("DEV-KGR-023"),
        ),
        pytest.param(
            {},
            {},
            {"eens": False, "klantvoorkeur": "groeien"},
            ["verschil_van_mening_gemotiveerd"],
            id="KGR-024-oneens-zonder-motivering",
            marks=pytest.mark.regel("DEV-KGR-024"),
        ),
        pytest.param(
            ZORGEN,
            {},
            {"zorgHandhaving": HANDHAVING | {"vermoedenActiviteiten": False}},
            ["vermoeden_activiteiten"],
            id="KGR-503-een-voorwaarde-niet-bevestigd",
            marks=pytest.mark.regel("DEV-KGR-503"),
        ),
        pytest.param(
            {},
            {},
            {"zorgHandhaving": HANDHAVING},
            ["klantgroep_zorgen"],
            id="KGR-503-buiten-zorgen",
            marks=pytest.mark.regel("DEV-KGR-503"),
        ),
    ],
)
def test_een_indeling_die_niet_mag_noemt_de_voorwaarden(
    dienst: Dienst, gesprek: dict[str, Any], velden: dict[str, Any], opdracht: dict[str, Any], verwacht: list[str]
) -> None:
    klant_id = klaar(dienst, gesprek, **velden)
    antwoord = besluit(dienst, klant_id, stel_voor(dienst, klant_id), **opdracht)
    assert mis(antwoord) == verwacht
    assert all(toets["grondslag"] for toets in antwoord.json()["toetsen"])
    assert historie(dienst, klant_id) == []
    assert rij(dienst, klant_id).klantgroep is None


@pytest.mark.regel("DEV-KGR-023", "DEV-KGR-024")
def test_een_verschil_van_mening_blijft_zichtbaar_voor_de_volgende(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    mening: dict[str, Any] = {
        "eens": False,
        "klantvoorkeur": "groeien",
        "motiveringVerschil": "De klant wil meer tijd.",
    }
    deel_in(dienst, klant_id, **mening)
    (gelezen,) = historie(dienst, klant_id, "werkconsulent")
    assert {veld: gelezen[veld] for veld in mening} == mening
    assert open_taken(dienst, klant_id)["verschil_van_mening_volgen"] == "werkconsulent"


@pytest.mark.regel("DEV-KGR-026")
def test_een_twijfelgeval_wordt_gevolgd(dienst: Dienst) -> None:
    klant_id = klaar(dienst, ZORGEN | {"ontwikkelpotentieel": "weinig"})
    assert deel_in(dienst, klant_id)["twijfel"] is True
    volgen = next(taak for taak in taken(dienst, klant_id) if taak.soort == "twijfelgeval_volgen")
    assert (volgen.rol, volgen.eigenaar_id) == (Rol.INKOMENSCONSULENT, medewerker_id("inkomensconsulent"))
    assert volgen.uiterste_dag > date(2026, 4, 20)


@pytest.mark.regel("DEV-KGR-503")
def test_zorg_handhaving_staat_bij_de_klant_met_wie_en_wanneer(dienst: Dienst) -> None:
    klant_id = klaar(dienst, ZORGEN)
    indeling = deel_in(dienst, klant_id, zorgHandhaving=HANDHAVING)
    assert indeling["zorgHandhaving"]["factoren"] == ["agressief_gedrag"]
    assert rij(dienst, klant_id).zorg_handhaving is True


def test_werkverdeling_naar_wie_de_minste_klanten_heeft(dienst: Dienst) -> None:
    een, twee = medewerker_id("werkconsulent"), medewerker_id("werkconsulent", nummer=2)
    ingedeeld(dienst, "matchen", consulent_id=een)
    gekozen = []
    for _ in range(4):
        klant_id = klaar(dienst)
        gekozen.append(UUID(deel_in(dienst, klant_id)["consulentId"]))
    assert gekozen == [twee, een, twee, een]
    ingedeeld(dienst, "groeien", consulent_id=twee)
    klant_id = klaar(dienst)
    assert deel_in(dienst, klant_id, consulentId=str(twee))["consulentId"] == str(twee)


@pytest.mark.parametrize(
    ("rol", "nummer"), [pytest.param("toetser", 1, id="andere-rol"), pytest.param("werkconsulent", 9, id="onbekend")]
)
def test_een_consulent_die_niet_past(dienst: Dienst, rol: str, nummer: int) -> None:
    klant_id = klaar(dienst)
    gevraagd = str(medewerker_id(rol, nummer=nummer))
    antwoord = besluit(dienst, klant_id, stel_voor(dienst, klant_id), consulentId=gevraagd)
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["consulentId"]


def test_is_er_niemand_dan_wijst_de_teamleider_toe(dienst: Dienst) -> None:
    with transactie(dienst.state.sessies, handelend(Rol.BEHEERDER)) as sessie:
        for medewerker in sessie.scalars(select(Medewerker).where(Medewerker.organisatie == "deventer")):
            medewerker.actief = medewerker.rollen != ["werkconsulent"]
    klant_id = klaar(dienst)
    assert deel_in(dienst, klant_id)["consulentId"] is None
    assert open_taken(dienst, klant_id)["consulent_toewijzen"] == "teamleider"


def test_wie_de_klant_al_heeft_houdt_de_klant(dienst: Dienst) -> None:
    vast = medewerker_id("werkconsulent", nummer=2)
    klant_id = klaar(dienst, consulent_id=vast)
    assert deel_in(dienst, klant_id)["consulentId"] == str(vast)


def test_een_indeling_vraagt_de_juiste_versie_van_de_klant(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    voorstel = stel_voor(dienst, klant_id)
    opdracht = {"voorstelId": voorstel["id"], "klantgroep": "matchen", "eens": True}
    versie = rij(dienst, klant_id).versie
    pad = f"/klanten/{klant_id}/indelingen"
    assert dienst.roep("POST", pad, "intaker", opdracht).status_code == 428
    assert dienst.roep("POST", pad, "intaker", opdracht, versie=versie + 1).status_code == 412
    assert dienst.roep("POST", pad, "intaker", opdracht, versie=versie).status_code == 201
    assert dienst.roep("POST", pad, "intaker", opdracht, versie=versie).status_code == 412


def test_alleen_het_laatste_voorstel_en_maar_een_keer(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    oud, voorstel = stel_voor(dienst, klant_id), stel_voor(dienst, klant_id)
    assert besluit(dienst, klant_id, oud).json()["code"] == "voorstel_verouderd"
    assert besluit(dienst, klant_id, voorstel).status_code == 201
    assert besluit(dienst, klant_id, voorstel).json()["code"] == "voorstel_gebruikt"


@pytest.mark.regel("DEV-ORG-001")
@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param("inkomensconsulent", "deventer", 403, id="inkomensconsulent"),
        pytest.param("koppeling", "deventer", 403, id="systeem"),
        pytest.param("intaker", "weert", 404, id="andere-organisatie"),
        pytest.param("werkconsulent", "deventer", 404, id="buiten-het-team"),
    ],
)
def test_wie_mag_indelen(dienst: Dienst, rol: str, organisatie: str, status: int) -> None:
    klant_id = klaar(dienst)
    opdracht = {"voorstelId": stel_voor(dienst, klant_id)["id"], "klantgroep": "matchen", "eens": True}
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/indelingen", rol, opdracht, organisatie=organisatie, versie=1)
    assert antwoord.status_code == status


def test_geen_persoonsgegevens_in_gebeurtenis_en_mutatie(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id, eens=False, motiveringVerschil="Vrije tekst van de klant.", motivering="Eigen woorden.")
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        mutaties = [rij_.mutatie for rij_ in sessie.scalars(select(Outbox)) if rij_.mutatie]
    regels = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"]
    tekst = str(mutaties) + str(regels)
    assert [regel["soort"] for regel in regels[:4]] == [
        "overdracht.aangeboden",
        "klantgroep.ingedeeld",
        "klantgroep.voorgesteld",
        "ambitiegesprek.gevoerd",
    ]
    assert not any(woord in tekst for woord in ("Vrije tekst", "Eigen woorden", "de Wit", rij(dienst, klant_id).bsn))
