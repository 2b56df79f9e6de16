"""Besluiten over HTTP: deciding, replaying, toetsing by another person, and bekendmaking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from app.db.sessie import transactie
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.rollen import Rol
from app.identiteit.uitgever import Tokenhouder
from app.services.handeling import Handeling
from app.services.maatregel.beslissen import MaatregelbesluitOpdracht, beslis_zaak
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import handelend, ingedeeld, rij, taken
from tests.steun.maatregelzaak import (
    ADVIES,
    OORDEEL,
    adviseer,
    besluit,
    maak_bekend,
    met_plan,
    opgelegd,
    probeer_besluit,
    toets,
    volledig,
    zet,
)

TABELLEN = ("besluit", "besluittoetsing", "bekendmaking", "maatregelstap")


def dubbelrol(dienst: Dienst, *rollen: Rol) -> dict[str, str]:
    """Headers of one employee with several roles."""
    houder = Tokenhouder(medewerker_id(rollen[0]), "Dubbel", "deventer", ("GM0150",), ("matchen",))
    return {"Authorization": f"Bearer {dienst.uitgever.geef_token(list(rollen), houder)}"}


def voorwaarden(antwoord: Any) -> list[str]:
    return [deel["voorwaarde"] for deel in antwoord.json()["toetsen"]]


def soorten(dienst: Dienst, klant_id: str) -> dict[str, str]:
    return {taak.soort: taak.waarom for taak in taken(dienst, klant_id) if taak.soort.startswith("maatregel_")}


@pytest.mark.regel("DEV-MTR-505")
def test_van_tweede_no_show_tot_mutatie(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    klaar = opgelegd(dienst, klant_id)
    assert (klaar["dictum"], klaar["status"]) == ("maatregel", "bekendgemaakt")
    assert klaar["motivering"][0].startswith("Het gaat om 23 april 2026: niet of te weinig meewerken")
    assert klaar["bekendmaking"]["bezwaarTotEnMet"] == "2026-07-01"
    assert klaar["voorbeeldwaarden"] == [
        "categorie_per_gedraging",
        "duur_maanden",
        "recidive_maanden",
        "uitvoering_vanaf",
        "verjaring_maanden",
        "verlaging_procent",
    ]
    zaak = dienst.doe("GET", f"/maatregelzaken/{klaar['onderwerpId']}", "werkconsulent")
    assert (zaak["status"], [deel["status"] for deel in zaak["besluiten"]]) == ("bekendgemaakt", ["bekendgemaakt"])
    assert soorten(dienst, klant_id) == {}
    dienst.ronde()
    assert mutaties(dienst) == [
        {
            "besluitId": klaar["id"],
            "dictum": "maatregel",
            "regime": "PW",
            "gedraging": "pva_niet_meewerken_kick_off",
            "van": "2026-06-01",
            "tot": "2026-07-01",
            "bedragen": [{"maand": "2026-06-01", "bedrag": 42045}],
            "blijvend": False,
            "totaal": 42045,
            "grondslag": {
                "regeling": "Afstemmingsverordening",
                "artikel": "artikel nog niet bekend",
                "lid": None,
                "onderdeel": None,
            },
        }
    ]


def mutaties(dienst: Dienst) -> list[Any]:
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        return list(sessie.scalars(text("SELECT inhoud FROM mutatie WHERE soort = 'maatregel' ORDER BY nr")))


def test_de_uitleg_noemt_toetsen_waarden_en_de_formule(dienst: Dienst) -> None:
    klaar = opgelegd(dienst)
    uitleg = dienst.doe("GET", f"/besluiten/{klaar['id']}/uitleg", "toetser")
    assert uitleg["bedragen"] == [
        {
            "maand": "2026-06-01",
            "norm": 140150,
            "normVersie": "NL/norm/2026-01-01",
            "procent": "30",
            "bedrag": 42045,
            "deel": None,
            "formule": "30 % van € 1.401,50 = € 420,45",
        }
    ]
    assert (uitleg["totaal"], uitleg["bezwaartermijn"]["einde"]) == (42045, "2026-07-01")
    assert {deel["uitkomst"] for deel in uitleg["toetsen"]} == {"voldaan"}
    assert all(deel["grondslag"]["tekst"] for deel in uitleg["toetsen"])
    waarden = {deel["naam"]: (deel["herkomst"], deel["waarde"]) for deel in uitleg["waarden"]}
    assert waarden["verlaging_procent"] == ("voorbeeld", {"1": "5", "2": "30", "3": "100"})
    assert [deel["code"] for deel in waarden["gedragingen"][1]] == ["pva_niet_meewerken_kick_off"]
    assert [(deel["naam"], deel["waarde"]) for deel in uitleg["normen"]] == [
        ("norm van NL/norm/2026-01-01", "NL/norm/2026-01-01")
    ]


@pytest.mark.parametrize(
    ("voorstel", "dictum"),
    [pytest.param("waarschuwing", "waarschuwing"), pytest.param("afzien", "afzien")],
)
def test_waarschuwing_en_afzien_geven_geen_mutatie(dienst: Dienst, voorstel: str, dictum: str) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"], voorstel=voorstel)
    genomen = besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    klaar = maak_bekend(dienst, genomen["id"])
    dienst.ronde()
    assert (klaar["dictum"], mutaties(dienst)) == (dictum, [])
    assert dienst.doe("GET", f"/besluiten/{klaar['id']}/uitleg", "toetser")["bedragen"] == []


@pytest.mark.regel("DEV-MTR-505")
def test_afwijken_van_het_advies_vraagt_een_reden(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    antwoord = probeer_besluit(dienst, zaak["id"], {"keuze": "waarschuwing"})
    assert voorwaarden(antwoord) == ["advies_gevolgd_of_gemotiveerd"]
    genomen = besluit(dienst, zaak["id"], {"keuze": "waarschuwing", "motivering": "Een eerste keer; waarschuwen past."})
    assert (genomen["dictum"], genomen["motiveringBesluiter"]) == ("waarschuwing", "Een eerste keer; waarschuwen past.")


@pytest.mark.regel("DEV-MTR-505")
def test_zonder_advies_geen_besluit(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    assert voorwaarden(probeer_besluit(dienst, zaak["id"])) == ["advies_gegeven"]


@pytest.mark.regel("DEV-MTR-505")
def test_wie_adviseert_beslist_niet(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    koppen = dubbelrol(dienst, Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT)
    adviseer(dienst, zaak["id"])
    assert voorwaarden(probeer_besluit(dienst, zaak["id"], koppen=koppen)) == ["besluiter_is_niet_adviseur"]


@pytest.mark.regel("DEV-MTR-505")
@pytest.mark.parametrize(
    ("rol", "verwacht"),
    [
        pytest.param(Rol.INKOMENSCONSULENT, "getoetst_door_ander", id="besluiter"),
        pytest.param(Rol.WERKCONSULENT, "toetser_is_niet_adviseur", id="adviseur"),
    ],
)
def test_wie_besliste_of_adviseerde_toetst_niet(dienst: Dienst, rol: Rol, verwacht: str) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    koppen = dubbelrol(dienst, rol, Rol.TOETSER)
    pad = f"/besluiten/{genomen['id']}/toetsingen"
    antwoord = dienst.roep("POST", pad, "toetser", {"akkoord": True}, koppen=koppen)
    assert (antwoord.status_code, voorwaarden(antwoord)) == (409, [verwacht])


@pytest.mark.regel("DEV-MTR-505")
def test_zonder_toetsing_gaat_niets_de_deur_uit(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    antwoord = bekend(dienst, genomen["id"])
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "niet_getoetst")


def bekend(dienst: Dienst, besluit_id: str, verzonden_op: str = "2026-05-20") -> Any:
    opdracht = {"verzondenOp": verzonden_op}
    return dienst.roep("POST", f"/besluiten/{besluit_id}/bekendmakingen", "inkomensconsulent", opdracht)


def test_een_afgekeurd_besluit_gaat_terug_en_kan_opnieuw(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    zaak = volledig(dienst, klant_id)
    adviseer(dienst, zaak["id"])
    eerste = besluit(dienst, zaak["id"])
    pad = f"/besluiten/{eerste['id']}/toetsingen"
    antwoord = dienst.roep("POST", pad, "toetser", {"akkoord": False})
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["reden"]
    af = toets(dienst, eerste["id"], akkoord=False, reden="De omstandigheden zijn te kort onderzocht.")
    assert af["status"] == "afgekeurd"
    assert dienst.roep("POST", pad, "toetser", {"akkoord": True}).json()["code"] == "al_getoetst"
    assert bekend(dienst, eerste["id"]).json()["code"] == "niet_getoetst"
    assert soorten(dienst, klant_id) == {
        "maatregel_besluit": "De toetser keurde het besluit af; de reden staat bij het besluit."
    }
    zet(dienst, zaak["id"], OORDEEL | {"omstandigheden": "Schulden, gezondheid en thuissituatie zijn onderzocht."})
    tweede = besluit(dienst, zaak["id"])
    assert tweede["id"] != eerste["id"]
    assert bekend(dienst, eerste["id"]).json()["code"] == "nieuwer_besluit"
    toets(dienst, tweede["id"])
    assert maak_bekend(dienst, tweede["id"])["status"] == "bekendgemaakt"
    assert bekend(dienst, tweede["id"]).json()["code"] == "al_verzonden"
    assert probeer_besluit(dienst, zaak["id"]).json()["code"] == "zaak_niet_open"


@pytest.mark.parametrize(
    ("verzonden", "status"),
    [
        pytest.param("2026-05-19", 400, id="voor-de-toetsing"),
        pytest.param("2026-05-20", 201, id="dag-van-toetsing"),
        pytest.param("2026-05-21", 400, id="morgen"),
    ],
)
def test_de_verzenddag_ligt_tussen_toetsing_en_vandaag(dienst: Dienst, verzonden: str, status: int) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    assert bekend(dienst, genomen["id"], verzonden).status_code == status


@pytest.mark.parametrize(
    ("dag", "status"),
    [pytest.param("2026-05-31", 201, id="dag-voor-ingang"), pytest.param("2026-06-01", 409, id="dag-van-ingang")],
)
def test_een_besluit_werkt_niet_terug(dienst: Dienst, dag: str, status: int) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    dienst.zet_klok(f"{dag}T10:00:00+02:00")
    antwoord = bekend(dienst, genomen["id"], dag)
    assert antwoord.status_code == status
    if status == 409:
        assert voorwaarden(antwoord) == ["verzonden_voor_ingang"]
        opnieuw = besluit(dienst, zaak["id"])
        toets(dienst, opnieuw["id"])
        assert maak_bekend(dienst, opnieuw["id"], dag)["status"] == "bekendgemaakt"


def test_een_vervallen_zaak_houdt_het_besluit_tegen(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    reden = {"reden": "De presentielijst is gecorrigeerd."}
    versie = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}", "werkconsulent")["versie"]
    dienst.doe("POST", f"/maatregelzaken/{zaak['id']}/intrekkingen", "werkconsulent", reden, versie=versie)
    antwoord = dienst.roep("POST", f"/besluiten/{genomen['id']}/toetsingen", "toetser", {"akkoord": True})
    assert antwoord.json()["code"] == "zaak_vervallen"


def test_narekenen_geeft_dezelfde_bytes(dienst: Dienst) -> None:
    klaar = opgelegd(dienst)
    uitkomst = dienst.doe("POST", f"/besluiten/{klaar['id']}/narekenen", "fg")
    assert (uitkomst["zelfde"], uitkomst["verschillen"]) == (True, [])
    assert uitkomst["sha256Toen"] == uitkomst["sha256Nu"] == klaar["beslissingSha256"]
    assert uitkomst["codeversieToen"] == uitkomst["codeversieNu"]


@pytest.fixture
def eigenaar(schone_database: str) -> Callable[[str], None]:
    """Run SQL as the owner of the database, with the triggers switched off."""

    def voer_uit(opdracht: str, *, triggers: bool = False) -> None:
        url = make_url(schone_database).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as verbinding:
            if not triggers:
                verbinding.execute("SET session_replication_role = replica")
            verbinding.execute(opdracht.encode())

    return voer_uit


@pytest.mark.parametrize(
    ("knoeien", "verschil"),
    [
        pytest.param("feiten = jsonb_set(feiten, '{normen,0,norm}', '100000')", "verlaging", id="ander-bedrag"),
        pytest.param("feiten = jsonb_set(feiten, '{verwijtbaarheid}', '\"ontbreekt\"')", "dictum", id="geen-verwijt"),
        pytest.param("feiten = feiten - 'gedraging'", "beslissing", id="feit-weg"),
        pytest.param(
            "beslissing = jsonb_set(beslissing, '{dictum}', '\"afzien\"')", "leesbare_beslissing", id="leesbaar"
        ),
        pytest.param("beslissing_sha256 = 'x'", "opgeslagen_bytes", id="hash"),
    ],
)
def test_narekenen_ziet_dat_er_geknoeid_is(
    dienst: Dienst, eigenaar: Callable[[str], None], knoeien: str, verschil: str
) -> None:
    klaar = opgelegd(dienst)
    eigenaar(f"UPDATE besluit SET {knoeien}")
    uitkomst = dienst.doe("POST", f"/besluiten/{klaar['id']}/narekenen", "toetser")
    assert uitkomst["zelfde"] is False
    assert verschil in uitkomst["verschillen"]


def test_narekenen_ziet_ander_beleid(dienst: Dienst, eigenaar: Callable[[str], None]) -> None:
    klaar = opgelegd(dienst)
    eigenaar("UPDATE beleidspakket SET inhoud = jsonb_set(inhoud, '{verlaging_procent,waarde,2}', '\"20\"')")
    uitkomst = dienst.doe("POST", f"/besluiten/{klaar['id']}/narekenen", "toetser")
    assert {"beleid", "verlaging"} <= set(uitkomst["verschillen"])


@pytest.mark.parametrize("opdracht", ["UPDATE {} SET klant_id = klant_id", "DELETE FROM {}"])
def test_alleen_toevoegen(dienst: Dienst, eigenaar: Callable[..., None], opdracht: str) -> None:
    opgelegd(dienst)
    for tabel in TABELLEN:
        with pytest.raises(ProgrammingError, match="permission denied"), _sessie(dienst) as sessie:
            sessie.execute(text(opdracht.format(tabel)))
        with pytest.raises(errors.InsufficientPrivilege, match="alleen om aan toe te voegen"):
            eigenaar(opdracht.format(tabel), triggers=True)


def _sessie(dienst: Dienst) -> Any:
    return transactie(dienst.state.sessies, handelend(Rol.INKOMENSCONSULENT))


def beslis_formeel(dienst: Dienst, zaak_id: str) -> None:
    actor = handelend(Rol.INKOMENSCONSULENT)
    with transactie(dienst.state.sessies, actor) as sessie:
        h = Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c", formeel=True)
        beslis_zaak(h, MaatregelbesluitOpdracht(), UUID(zaak_id))


def test_in_productie_geen_besluit_op_voorbeeldwaarden(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    with pytest.raises(Geweigerd) as weigering:
        beslis_formeel(dienst, zaak["id"])
    assert weigering.value.code == "waarde_niet_vastgesteld"
    assert [deel.feiten["waarde"] for deel in weigering.value.toetsen] == [
        "categorie_per_gedraging",
        "duur_maanden",
        "recidive_maanden",
        "uitvoering_vanaf",
        "verjaring_maanden",
        "verlaging_procent",
    ]
    assert dienst.doe("GET", f"/maatregelzaken/{zaak['id']}", "werkconsulent")["besluiten"] == []


@pytest.mark.parametrize(
    ("klant", "norm"),
    [
        pytest.param({"leefvorm": "gehuwd"}, None, id="gehuwd-zonder-partner"),
        pytest.param(
            {"leefvorm": "gehuwd", "met_partner": True, "geboortedatum": date(2006, 5, 5)}, None, id="gehuwd-20-jaar"
        ),
        pytest.param({"kostendelende_medebewoners": 1}, 100107, id="kostendeler"),
        pytest.param({"leefvorm": "gehuwd", "met_partner": True}, 200213, id="gehuwd"),
    ],
)
def test_het_bedrag_volgt_de_norm_van_het_huishouden(dienst: Dienst, klant: dict[str, Any], norm: int | None) -> None:
    velden = {veld: waarde for veld, waarde in klant.items() if veld != "met_partner"}
    if "met_partner" in klant:
        velden["partner_id"] = UUID(ingedeeld(dienst, "groeien"))
    zaak = volledig(dienst, met_plan(dienst, **velden))
    adviseer(dienst, zaak["id"])
    antwoord = probeer_besluit(dienst, zaak["id"])
    if norm is None:
        assert voorwaarden(antwoord) == ["norm_bekend"]
        return
    uitleg = dienst.doe("GET", f"/besluiten/{antwoord.json()['id']}/uitleg", "toetser")
    assert uitleg["bedragen"][0]["norm"] == norm


@pytest.mark.parametrize("pad", ["", "/uitleg"])
def test_een_onbekend_besluit_is_404(dienst: Dienst, pad: str) -> None:
    assert dienst.roep("GET", f"/besluiten/{uuid4()}{pad}", "toetser").status_code == 404
    assert dienst.roep("GET", f"/maatregelzaken/{uuid4()}", "toetser").status_code == 404


def test_het_hoorgesprek_is_het_laatste_contact(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    volledig(dienst, klant_id)
    contact = rij(dienst, klant_id).laatste_contact
    assert contact is not None
    assert contact.isoformat() == "2026-05-06T22:00:00+00:00"
    assert ADVIES["voorstel"] == "opleggen"


def test_de_partner_houdt_de_rest_van_de_gezamenlijke_norm(dienst: Dienst) -> None:
    """Gehuwd with one kostendeler: 173.518 a month in June, 175.742 from July; what the first takes is gone."""
    thuis: dict[str, Any] = {"leefvorm": "gehuwd", "kostendelende_medebewoners": 1}
    klant_id = met_plan(dienst, **thuis)
    partner_id = met_plan(dienst, **thuis, partner_id=UUID(klant_id))
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        sessie.execute(text("UPDATE klant SET partner_id = :p WHERE id = :k"), {"p": partner_id, "k": klant_id})
    opgelegd(dienst, klant_id)
    zaak = volledig(dienst, partner_id, gedraging="onvoldoende_sollicitaties")
    zet(dienst, zaak["id"], {"soort": "plan", "afwijkingPlan": "De plicht tot solliciteren staat in de wet."})
    langer = {"maanden": 2, "motivering": "Het gebeurde in dezelfde week opnieuw."}
    zet(dienst, zaak["id"], {"soort": "oordeel", "afwijking": langer})
    adviseer(dienst, zaak["id"])
    uitleg = dienst.doe("GET", f"/besluiten/{besluit(dienst, zaak['id'])['id']}/uitleg", "toetser")
    assert [(regel["norm"], regel["bedrag"]) for regel in uitleg["bedragen"]] == [
        (173518, 173518 - 52055),
        (175742, 175742),
    ]


def test_in_productie_kan_afzien_zonder_voorbeeldwaarde(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"], voorstel="afzien")
    beslis_formeel(dienst, zaak["id"])
    na = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}", "werkconsulent")
    assert [deel["dictum"] for deel in na["besluiten"]] == ["afzien"]


def test_zonder_bekende_norm_geen_bedrag(dienst: Dienst) -> None:
    """The IOAW has a grondslag of its own: nothing is computed from the norm of the Participatiewet."""
    klant_id = met_plan(dienst)
    zaak = volledig(dienst, klant_id)
    adviseer(dienst, zaak["id"])
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        sessie.execute(text("UPDATE klant SET regime = 'IOAW' WHERE id = :k"), {"k": klant_id})
    assert voorwaarden(probeer_besluit(dienst, zaak["id"])) == ["norm_bekend"]
