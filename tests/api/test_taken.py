"""The werkvoorraad over HTTP: what shows, in which order, to whom, at what cost, and how a taak ends."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, make_url

from app.db import werkvoorraad as db
from app.db.sessie import transactie
from app.db.werkvoorraad import Bladzijde, Taakfilter
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.handelen import zet_taak_uit
from tests.steun.klanten import handelend, ingedeeld
from tests.steun.tellen import tel_opdrachten

WERK = Rol.WERKCONSULENT


def zichtbaar(dienst: Dienst, rol: Rol, vraag: str = "", **extra: Any) -> list[str]:
    return [taak["id"] for taak in dienst.doe("GET", f"/taken{vraag}", rol, **extra)["taken"]]


def test_een_taak_is_klaar_om_te_tonen(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    taak_id = zet_taak_uit(dienst, klant_id, WERK)
    [taak] = dienst.doe("GET", "/taken", WERK)["taken"]
    assert taak | {"onderwerpId": "", "zichtbaarVanaf": ""} == {
        "id": taak_id,
        "versie": 1,
        "soort": "proef",
        "wat": "Bel de klant.",
        "waarom": "Proef.",
        "grondslag": {
            "regeling": "Participatiewet",
            "artikel": "7",
            "lid": None,
            "onderdeel": None,
            "tekst": "artikel 7, Participatiewet",
        },
        "rol": "werkconsulent",
        "eigenaar": {"id": str(medewerker_id(WERK)), "naam": "werkconsulent 1"},
        "klant": {"id": klant_id, "naam": "Sam de Wit", "geboortedatum": "1990-01-02", "klantgroep": "matchen"},
        "zichtbaarVanaf": "",
        "uiterste": "2026-04-01T21:59:59Z",
        "uitersteDag": "2026-04-01",
        "teLaat": False,
        "werkdagenTeLaat": 0,
        "status": "open",
        "afgehandeldOp": None,
        "resultaat": None,
        "onderwerpId": "",
    }


@pytest.mark.parametrize(
    ("nu", "te_laat", "werkdagen"),
    [
        pytest.param("2026-04-02T23:59:59+02:00", False, 0, id="laatste-seconde-donderdag"),
        pytest.param("2026-04-03T00:00:00+02:00", True, 0, id="goede-vrijdag-is-geen-werkdag"),
        pytest.param("2026-04-06T12:00:00+02:00", True, 0, id="tweede-paasdag-ook-niet"),
        pytest.param("2026-04-07T12:00:00+02:00", True, 1, id="dinsdag-de-eerste"),
        pytest.param("2026-04-08T00:30:00+02:00", True, 2, id="kort-na-middernacht-telt-de-nederlandse-dag"),
    ],
)
def test_hoeveel_een_taak_te_laat_is(dienst: Dienst, nu: str, te_laat: bool, werkdagen: int) -> None:
    zet_taak_uit(dienst, ingedeeld(dienst, "matchen"), WERK, "2026-04-02")
    dienst.zet_klok(nu)
    [taak] = dienst.doe("GET", "/taken", WERK)["taken"]
    assert (taak["teLaat"], taak["werkdagenTeLaat"]) == (te_laat, werkdagen)


def test_de_dringendste_staat_voorop_en_bladeren_slaat_niets_over(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    dagen = ["2026-04-03", "2026-04-01", "2026-04-02", "2026-04-01", "2026-04-09"]
    verwacht = [taak for _, taak in sorted((dag, zet_taak_uit(dienst, klant_id, WERK, dag)) for dag in dagen)]
    gelezen, na = [], ""
    while na is not None:
        bladzijde = dienst.doe("GET", f"/taken?aantal=2{na and f'&na={na}'}", WERK)
        gelezen += [taak["id"] for taak in bladzijde["taken"]]
        na = bladzijde["volgende"]
    assert gelezen == verwacht


def test_wat_nog_niet_speelt_is_nog_niet_te_zien(dienst: Dienst) -> None:
    taak_id = zet_taak_uit(dienst, ingedeeld(dienst, "matchen"), WERK, "2026-04-10", vanaf="2026-04-07")
    dienst.zet_klok("2026-04-06T23:59:59+02:00")
    assert zichtbaar(dienst, WERK) == []
    dienst.zet_klok("2026-04-07T00:00:00+02:00")
    assert zichtbaar(dienst, WERK) == [taak_id]


@pytest.mark.parametrize(
    ("rol", "nummer", "ziet"),
    [
        pytest.param(Rol.WERKCONSULENT, 1, {"werk", "werk-los", "op-bureau"}, id="eigen-rol-en-eigen-bureau"),
        pytest.param(Rol.WERKCONSULENT, 2, {"werk", "werk-los"}, id="collega-in-het-team"),
        pytest.param(Rol.PARTICIPATIEMAKELAAR, 1, {"maken", "werk-ander-team"}, id="de-caseload-en-het-bureau"),
        pytest.param(Rol.PARTICIPATIEMAKELAAR, 2, set(), id="andermans-caseload"),
        pytest.param(Rol.TEAMLEIDER, 1, {"werk", "werk-los", "op-bureau", "intake"}, id="teamleider-ziet-elke-rol"),
        pytest.param(Rol.INTAKER, 1, {"intake", "op-bureau", "ander-team-intake"}, id="hele-organisatie"),
        pytest.param(Rol.TOETSER, 1, set(), id="niets-voor-deze-rol"),
    ],
)
def test_wie_welke_taken_ziet(dienst: Dienst, rol: Rol, nummer: int, ziet: set[str]) -> None:
    in_team = ingedeeld(dienst, "matchen")
    ander_team = ingedeeld(dienst, "zorgen", consulent_id=medewerker_id(Rol.PARTICIPATIEMAKELAAR))
    taken = {
        "werk": zet_taak_uit(dienst, in_team, WERK),
        "werk-los": zet_taak_uit(dienst, None, WERK),
        "werk-ander-team": zet_taak_uit(dienst, ander_team, WERK),
        "intake": zet_taak_uit(dienst, in_team, Rol.INTAKER),
        "op-bureau": zet_taak_uit(dienst, in_team, Rol.INTAKER, eigenaar_id=medewerker_id(WERK)),
        "ander-team-intake": zet_taak_uit(dienst, ander_team, Rol.INTAKER),
        "maken": zet_taak_uit(dienst, ander_team, Rol.PARTICIPATIEMAKELAAR),
    }
    gezien = set(zichtbaar(dienst, rol, nummer=nummer))
    assert {naam for naam, taak_id in taken.items() if taak_id in gezien} == ziet
    assert zichtbaar(dienst, rol, organisatie="weert") == []


@pytest.mark.parametrize(
    ("vraag", "ziet"),
    [
        pytest.param("?eigenaarId=mij", {"eigen", "eigen-intake"}, id="eigen-bureau"),
        pytest.param(f"?eigenaarId={medewerker_id(WERK)}", {"eigen", "eigen-intake"}, id="eigen-bureau-voluit"),
        pytest.param(f"?eigenaarId={medewerker_id(WERK, nummer=2)}", {"collega"}, id="bureau-van-een-collega"),
        pytest.param("?rol=intaker", {"eigen-intake"}, id="rol-die-niet-de-eigen-is"),
        pytest.param("?rol=werkconsulent", {"eigen", "collega", "groeien"}, id="eigen-rol"),
        pytest.param("?klantgroep=groeien", {"groeien"}, id="klantgroep"),
        pytest.param("?klantgroep=groeien&eigenaarId=mij", set(), id="samen"),
    ],
)
def test_filters(dienst: Dienst, vraag: str, ziet: set[str]) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    groeier = ingedeeld(dienst, "groeien", consulent_id=None)
    taken = {
        "eigen": zet_taak_uit(dienst, klant_id, WERK),
        "eigen-intake": zet_taak_uit(dienst, klant_id, Rol.INTAKER, eigenaar_id=medewerker_id(WERK)),
        "collega": zet_taak_uit(dienst, klant_id, WERK, eigenaar_id=medewerker_id(WERK, nummer=2)),
        "groeien": zet_taak_uit(dienst, groeier, WERK),
    }
    assert set(zichtbaar(dienst, WERK, vraag)) == {taken[naam] for naam in ziet}
    assert zichtbaar(dienst, WERK, f"?klantId={groeier}") == [taken["groeien"]]


@pytest.mark.parametrize(
    ("vraag", "veld"),
    [
        pytest.param("?na=onzin", "na", id="cursor"),
        pytest.param("?aantal=101", "aantal", id="te-veel"),
        pytest.param("?eigenaarId=jij", "eigenaarId", id="onbekende-alias"),
        pytest.param("?kleur=rood", "kleur", id="onbekende-sleutel"),
    ],
)
def test_een_verkeerde_vraag_noemt_het_veld(dienst: Dienst, vraag: str, veld: str) -> None:
    antwoord = dienst.roep("GET", f"/taken{vraag}", WERK)
    assert antwoord.status_code == 400
    assert any(fout["veld"].startswith(veld) for fout in antwoord.json()["fouten"])


def test_bladzijde_van_vijftig_kost_hoogstens_vier_opdrachten(dienst: Dienst) -> None:
    for _ in range(6):
        klant_id = ingedeeld(dienst, "matchen")
        for _ in range(9):
            zet_taak_uit(dienst, klant_id, WERK)
    with tel_opdrachten(dienst.state.engine) as opdrachten:
        taken = dienst.doe("GET", "/taken?aantal=50", WERK)["taken"]
    assert len(taken) == 50
    assert len({taak["klant"]["id"] for taak in taken}) == 6
    assert len(opdrachten) <= 4, "\n".join(opdrachten)


def _verschillende_klanten(url: str, taken: int) -> None:
    """Insert ``taken`` open taken, each fifth for a werkconsulent, over many klanten."""
    with psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)) as eigenaar:
        eigenaar.execute(
            "INSERT INTO klant (id, organisatie, gemeente, bsn, voornamen, achternaam, geboortedatum, regime, leefvorm,"
            " kostendelende_medebewoners, kenmerken, klantgroep, zorg_handhaving, team, laatste_volgnr, versie)"
            " SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'deventer', 'GM0150',"
            " lpad(n::text, 9, '0'), 'v', 'a', '1990-01-01', 'PW', 'alleenstaande', 0, '{}', 'matchen', false,"
            " CASE WHEN n % 4 = 0 THEN 'matchen' ELSE 'elders' END, 0, 1 FROM generate_series(1, 2000) n"
        )
        eigenaar.execute(
            "INSERT INTO taak (id, organisatie, klant_id, soort, wat, waarom, grondslag, rol, zichtbaar_vanaf,"
            " uiterste, status, onderwerp_id, versie) SELECT gen_random_uuid(), 'deventer',"
            " ('00000000-0000-7000-9000-' || lpad(to_hex(1 + (n * 7) %% 2000), 12, '0'))::uuid,"
            " 'proef', 'wat', 'waarom', '{}', CASE WHEN n %% 5 = 0 THEN 'werkconsulent' ELSE 'intaker' END,"
            " timestamptz '2026-01-01', timestamptz '2026-01-01' + n * interval '1 minute', 'open',"
            " gen_random_uuid(), 1 FROM generate_series(1, %s) n",
            [taken],
        )
        eigenaar.commit()
        eigenaar.autocommit = True
        eigenaar.execute("ANALYZE klant, taak")


def _plan(dienst: Dienst, filters: Taakfilter, rol: Rol) -> list[dict[str, Any]]:
    """The nodes of the query plan of a page of fifty, as it was executed."""
    plannen: list[Any] = []

    def leg_uit(verbinding: Any, cursor: Any, opdracht: str, waarden: Any, _context: Any, _veel: bool) -> None:
        if "FROM taak" in opdracht and not opdracht.startswith("EXPLAIN"):
            uitleg = verbinding.connection.cursor()
            uitleg.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {opdracht}", waarden)
            plannen.append(uitleg.fetchone()[0][0]["Plan"])

    actor = handelend(rol)
    event.listen(dienst.state.engine, "before_cursor_execute", leg_uit)
    try:
        with transactie(dienst.state.sessies, actor) as sessie:
            rijen = db.werkvoorraad(sessie, actor, filters, Bladzijde(dienst.klok.nu(), None, 50))
    finally:
        event.remove(dienst.state.engine, "before_cursor_execute", leg_uit)
    assert len(rijen) == 50
    knopen, open_ = [], list(plannen)
    while open_:
        knoop = open_.pop()
        knopen.append(knoop)
        open_ += knoop.get("Plans", [])
    return knopen


def test_een_bladzijde_loopt_over_de_index_en_sorteert_niet_alles(dienst: Dienst, database_url: str) -> None:
    _verschillende_klanten(database_url, 20_000)
    indexen = {Rol.INTAKER: "ix_taak_rol_open", WERK: "ix_taak_rol_open", Rol.TEAMLEIDER: "ix_taak_open"}
    for rol, index in indexen.items():
        knopen = _plan(dienst, Taakfilter(), rol)
        assert index in {knoop.get("Index Name") for knoop in knopen}, json.dumps(knopen, indent=1, default=str)
        assert max(knoop["Actual Rows"] for knoop in knopen if knoop["Node Type"] == "Sort") <= 50
        assert max(knoop["Actual Rows"] for knoop in knopen) <= 2_000


def test_afhandelen_sluit_de_taak_en_vraagt_de_juiste_versie(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    taak_id = zet_taak_uit(dienst, klant_id, WERK, "2026-03-30")
    pad, gedaan = f"/taken/{taak_id}/afhandelingen", {"resultaat": "Gebeld, komt donderdag."}
    assert dienst.roep("POST", pad, WERK, gedaan).status_code == 428
    assert dienst.roep("POST", pad, WERK, {"resultaat": ""}, versie=1).status_code == 400
    taak = dienst.doe("POST", pad, WERK, gedaan, versie=1)
    assert (taak["status"], taak["resultaat"], taak["versie"]) == ("gedaan", "Gebeld, komt donderdag.", 2)
    assert dienst.roep("POST", pad, WERK, gedaan, versie=1).status_code == 412
    nog_eens = dienst.roep("POST", pad, WERK, gedaan, versie=2)
    assert (nog_eens.status_code, nog_eens.json()["code"]) == (409, "taak_al_afgehandeld")
    assert zichtbaar(dienst, WERK) == []
    dienst.zet_klok("2026-04-20T12:00:00+02:00")
    later = dienst.doe("GET", f"/taken/{taak_id}", WERK)
    assert (later["status"], later["werkdagenTeLaat"]) == ("gedaan", 1)
    laatste = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", WERK)["gebeurtenissen"][0]
    assert (laatste["soort"], laatste["inhoud"]) == ("taak.afgehandeld", {"soort": "proef"})


@pytest.mark.parametrize(
    ("rol", "nummer", "status"),
    [
        pytest.param(Rol.WERKCONSULENT, 2, 201, id="collega-met-de-rol"),
        pytest.param(Rol.TEAMLEIDER, 1, 201, id="teamleider"),
        pytest.param(Rol.INTAKER, 1, 403, id="andere-rol"),
        pytest.param(Rol.PARTICIPATIEMAKELAAR, 1, 404, id="mag-de-klant-niet-zien"),
        pytest.param(Rol.FG, 1, 403, id="geen-uitvoerende-rol"),
    ],
)
def test_wie_een_taak_mag_afhandelen(dienst: Dienst, rol: Rol, nummer: int, status: int) -> None:
    taak_id = zet_taak_uit(dienst, ingedeeld(dienst, "matchen"), WERK)
    pad = f"/taken/{taak_id}/afhandelingen"
    assert dienst.roep("POST", pad, rol, {"resultaat": "Gedaan"}, versie=1, nummer=nummer).status_code == status
    assert dienst.roep("GET", f"/taken/{taak_id}", rol, organisatie="weert").status_code in (403, 404)


def test_een_taak_zonder_klant_kan_ook_worden_afgehandeld(dienst: Dienst) -> None:
    taak_id = zet_taak_uit(dienst, None, Rol.INTAKER)
    taak = dienst.doe("POST", f"/taken/{taak_id}/afhandelingen", Rol.INTAKER, {"resultaat": "Gedaan"}, versie=1)
    assert (taak["klant"], taak["eigenaar"], taak["status"]) == (None, None, "gedaan")


@pytest.mark.parametrize(
    ("eigenaar", "status"),
    [
        pytest.param(str(medewerker_id(WERK, nummer=2)), 200, id="collega"),
        pytest.param(None, 200, id="terug-naar-de-rol"),
        pytest.param(str(medewerker_id(Rol.INKOMENSCONSULENT)), 200, id="vaste-inkomensconsulent-zonder-de-rol"),
        pytest.param(str(medewerker_id(Rol.INKOMENSCONSULENT, nummer=2)), 400, id="zonder-de-rol"),
        pytest.param(str(medewerker_id(WERK, "weert")), 400, id="andere-organisatie"),
    ],
)
def test_toewijzen(dienst: Dienst, eigenaar: str | None, status: int) -> None:
    taak_id = zet_taak_uit(dienst, ingedeeld(dienst, "matchen"), WERK)
    pad = f"/taken/{taak_id}/toewijzing"
    antwoord = dienst.roep("PUT", pad, Rol.TEAMLEIDER, {"eigenaarId": eigenaar}, versie=1)
    assert antwoord.status_code == status
    if status == 200:
        nieuw = antwoord.json()["eigenaar"]
        assert (nieuw and nieuw["id"]) == eigenaar
        assert dienst.roep("PUT", pad, Rol.TEAMLEIDER, {"eigenaarId": None}, versie=1).status_code == 412
    else:
        assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["eigenaarId"]


def test_toewijzen_aan_wie_de_klant_niet_kan_zien(dienst: Dienst) -> None:
    taak_id = zet_taak_uit(dienst, ingedeeld(dienst, "zorgen"), WERK)
    collega = str(medewerker_id(WERK, nummer=2))
    weigering = dienst.roep("PUT", f"/taken/{taak_id}/toewijzing", WERK, {"eigenaarId": collega}, versie=1)
    assert weigering.status_code == 400
    assert "dossier" in weigering.json()["fouten"][0]["melding"]


def test_lezen_van_de_werkvoorraad_staat_per_klant_in_het_logboek(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    zet_taak_uit(dienst, klant_id, WERK)
    zet_taak_uit(dienst, klant_id, WERK)
    dienst.doe("GET", "/taken", WERK)
    regels = dienst.doe("GET", f"/klanten/{klant_id}/verwerkingen", Rol.FG)["verwerkingen"]
    gelezen = [regel for regel in regels if regel["handeling"] == "geefTaken"]
    assert [(regel["actorNaam"], regel["uitkomst"]) for regel in gelezen] == [("werkconsulent 1", "gelezen")]
