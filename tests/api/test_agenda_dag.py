"""A day of the receptie and the consulent: chains, arrivals, a sick colleague, and the digital mode."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from app.db.agenda import punt as agendapunten
from app.db.sessie import transactie
from app.db.taak import Taak, Taakstatus
from app.domain.kern.rollen import Rol
from tests.steun.afspraak import plan_bijeenkomst
from tests.steun.agenda import IC2, INTAKER, WERKCONSULENT, afspraak, agenda, overzicht, tijden, weg
from tests.steun.dienst import Dienst
from tests.steun.indeling import FACILITEREN, deel_in, klaar, nieuw, spreek
from tests.steun.intake import IC, lees, meld, persoon, plan, taken
from tests.steun.klanten import handelend, ingedeeld
from tests.steun.klanten import taken as taken_van

WOENSDAG, DONDERDAG = "2026-04-01", "2026-04-02"


def weigering(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


def keten(**anders: Any) -> dict[str, Any]:
    bad = [{"rol": "bad", "naam": "Budgetadviesbureau"}]
    return {
        "vluchtelingenwerk": {
            "informatie": "Gezin met twee kinderen, woning vanaf 15 april.",
            "ontvangenOp": "2026-03-30",
            "begeleider": "M. Haile",
        },
        "screening": {"begin": f"{DONDERDAG}T10:00:00+02:00", "inkomensconsulentId": IC},
        "ambitiegesprek": {"begint": f"{DONDERDAG}T10:45:00+02:00", "medewerkerId": INTAKER},
        "bad": {"begint": f"{DONDERDAG}T11:45:00+02:00", "duurMinuten": 30, "deelnemers": bad},
    } | anders


@pytest.mark.regel("DEV-DOE-009")
def test_een_statushouder_heeft_drie_afspraken_op_een_dag_en_de_tolk_wordt_gezien(dienst: Dienst) -> None:
    gewoon = meld(dienst)
    pad = f"/meldingen/{gewoon['id']}/statushouderketens"
    assert weigering(dienst.roep("POST", pad, "receptie", keten(), versie=gewoon["versie"])) == ["is_statushouder"]
    melding = meld(dienst, persoon(dienst, kenmerken=["statushouder"]))
    pad = f"/meldingen/{melding['id']}/statushouderketens"
    los = keten(bad={"begint": "2026-04-07T11:45:00+02:00"})
    assert weigering(dienst.roep("POST", pad, "receptie", los, versie=melding["versie"])) == ["keten_op_een_dag"]
    morgen = keten()
    morgen["vluchtelingenwerk"] |= {"ontvangenOp": WOENSDAG}
    assert dienst.roep("POST", pad, "receptie", morgen, versie=melding["versie"]).status_code == 400
    zonder = {naam: deel for naam, deel in keten().items() if naam != "vluchtelingenwerk"}
    assert dienst.roep("POST", pad, "receptie", zonder, versie=melding["versie"]).status_code == 400
    weg(dienst, f"{DONDERDAG}T09:00:00+02:00", f"{DONDERDAG}T17:00:00+02:00", wie=INTAKER)
    assert weigering(dienst.roep("POST", pad, "receptie", keten(), versie=melding["versie"])) == ["binnen_werktijd"]
    assert tijden(dienst, DONDERDAG) == []
    ander = keten(ambitiegesprek={"begint": f"{DONDERDAG}T10:45:00+02:00", "medewerkerId": WERKCONSULENT})
    dienst.doe("POST", pad, "receptie", ander, versie=melding["versie"])
    klant = melding["personen"][0]["klantId"]
    punten = dienst.doe("GET", f"/klanten/{klant}/agendapunten", "inkomensconsulent")["agendapunten"]
    assert [punt["soort"] for punt in punten] == ["screeningsgesprek", "ambitiegesprek", "bad_gesprek"]
    assert {punt["vluchtelingenwerk"]["begeleider"] for punt in punten} == {"M. Haile"}
    assert {tuple(punt["meebrengen"]) for punt in punten} == {("tolk", "begeleider")}
    dag = overzicht(dienst, DONDERDAG)["agendapunten"]
    assert [(regel["tolk"], regel["vluchtelingenwerk"]) for regel in dag] == [(True, None)] * 3
    aankomst = f"/agendapunten/{punten[0]['id']}/aankomst"
    er = {"aanwezig": ["tolk", "begeleider"]}
    te_vroeg = dienst.roep("PUT", aankomst, "receptie", er, versie=punten[0]["versie"])
    assert te_vroeg.json()["code"] == "niet_vandaag"
    dienst.zet_klok(f"{DONDERDAG}T09:55:00+02:00")
    gezien = dienst.doe("PUT", aankomst, "receptie", er, versie=punten[0]["versie"])
    assert (gezien["aanwezig"], gezien["aankomstOp"]) == (["begeleider", "tolk"], f"{DONDERDAG}T07:55:00Z")
    terug = dienst.doe("PUT", aankomst, "receptie", {"aangekomen": False}, versie=gezien["versie"])
    assert (terug["aanwezig"], terug["aankomstOp"]) == ([], None)


def test_van_een_zieke_consulent_gaat_alles_in_een_keer_naar_wie_kan(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst), f"{WOENSDAG}T10:00:00+02:00")
    plan(dienst, meld(dienst), f"{WOENSDAG}T11:00:00+02:00")
    klant = ingedeeld(dienst, "zorgen")
    gesprek = afspraak(dienst, klant, "kennismakingsgesprek", f"{WOENSDAG}T13:00:00+02:00", duurMinuten=30)
    afspraak(dienst, ingedeeld(dienst, "zorgen"), "traject_afspraak", f"{WOENSDAG}T11:00:00+02:00", medewerkerId=IC2)
    pad = f"/medewerkers/{IC}/agenda-overdrachten"
    opdracht: dict[str, Any] = {"van": WOENSDAG, "tot": WOENSDAG, "naar": [INTAKER, IC2]}
    uitslag = dienst.doe("POST", pad, "receptie", opdracht)["regels"]
    assert [(regel["soort"], regel["overgedragen"], regel["naar"]) for regel in uitslag] == [
        ("screeningsgesprek", True, IC2),
        ("screeningsgesprek", False, None),
        ("kennismakingsgesprek", True, IC2),
    ]
    assert {toets["voorwaarde"] for toets in uitslag[1]["redenen"]} == {"zelfde_werk", "tussentijd_screening"}
    assert tijden(dienst, WOENSDAG) == [("screeningsgesprek", "11:00")]
    assert [tijd for _, tijd in tijden(dienst, WOENSDAG, IC2)] == ["10:00", "11:00", "13:00"]
    assert lees(dienst, melding)["screeningen"][0]["inkomensconsulentId"] == IC2
    afspraken = dienst.doe("GET", f"/klanten/{klant}/afspraken", "receptie")["afspraken"]
    assert (afspraken[0]["id"], afspraken[0]["medewerkerId"]) == (gesprek["id"], IC2)
    open_ = [taak for taak in dienst.doe("GET", "/taken", "receptie")["taken"] if taak["soort"] == "afspraak_verzetten"]
    assert len(open_) == 1
    dienst.doe("POST", pad, "receptie", opdracht)
    open_ = [taak for taak in dienst.doe("GET", "/taken", "receptie")["taken"] if taak["soort"] == "afspraak_verzetten"]
    assert len(open_) == 1
    for dag_ in ("9999-12-31", "0001-01-01"):
        assert dienst.roep("GET", f"/dagoverzicht?dag={dag_}", "receptie").status_code == 400
    fout = {"van": WOENSDAG, "tot": "2026-05-20", "naar": [IC]}
    velden = [regel["veld"] for regel in dienst.roep("POST", pad, "receptie", fout).json()["fouten"]]
    assert velden == ["tot", "naar.0"]


@pytest.mark.regel("DEV-DIG-010")
def test_na_het_overleg_over_een_signaal_volgt_een_driegesprek_dat_niet_iedereen_doorziet(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen")
    pad = f"/klanten/{klant}/overleggen"
    overleg = {
        "gevoerdOp": "2026-03-31",
        "planVanAanpak": "Samen de bankafschriften doornemen.",
        "driegesprekNodig": True,
    }
    assert dienst.roep("POST", pad, "inkomensconsulent", overleg | {"gevoerdOp": WOENSDAG}).status_code == 400
    dienst.doe("POST", pad, "inkomensconsulent", overleg)
    assert dienst.roep("GET", pad, "werkconsulent").status_code == 403
    assert [taak.soort for taak in taken_van(dienst, klant)] == ["driegesprek_sr_plannen"]
    opdracht = {"klantId": klant, "soort": "driegesprek", "begint": f"{WOENSDAG}T10:00:00+02:00", "medewerkerId": IC}
    assert weigering(dienst.roep("POST", "/afspraken", "inkomensconsulent", opdracht)) == ["driegesprek_met_sr"]
    sr = {"deelnemers": [{"rol": "sociale_recherche", "naam": "Rechercheur"}]}
    dienst.doe("POST", "/afspraken", "inkomensconsulent", opdracht | sr)
    assert taken_van(dienst, klant) == []
    gezien = {
        rol: agenda(dienst, WOENSDAG, rol=rol)[0]["agendapunt"]["deelnemers"]
        for rol in ("inkomensconsulent", "receptie")
    }
    assert ([wie["rol"] for wie in gezien["inkomensconsulent"]], gezien["receptie"]) == (["sociale_recherche"], [])
    regels = dienst.doe("GET", f"/klanten/{klant}/tijdlijn", "administratie")["gebeurtenissen"]
    assert [regel["soort"] for regel in regels if "overleg" in str(regel)] == []
    assert len(dienst.doe("GET", pad, "fg")["overleggen"]) == 1


def lockdown(dienst: Dienst) -> None:
    besluit = {"gemeente": "GM0150", "niveau": "volledige_lockdown", "van": "2026-03-31"}
    besluit |= {"reden": "Landelijke maatregelen", "beslotenDoor": "Directieteam"}
    dienst.doe("POST", "/dienstverleningsniveaus", "teamleider", besluit)


@pytest.mark.regel("DEV-DIG-502")
def test_digitaal_wordt_er_eerst_gebeld_en_soms_is_het_gesprek_dan_meteen(dienst: Dienst) -> None:
    lockdown(dienst)
    klant = ingedeeld(dienst, "faciliteren")
    bellen = {"gebeldOp": "2026-03-31", "toestemmingVideobellen": False}
    vast = {"klantId": klant, "soort": "kennismakingsgesprek", "medewerkerId": IC, "belcontact": bellen}
    begint = {"begint": "2026-04-07T10:00:00+02:00", "kanaal": "videobellen"}
    antwoord = dienst.roep("POST", "/afspraken", "inkomensconsulent", vast | begint)
    assert weigering(antwoord) == ["toestemming_videobellen"]
    later = afspraak(
        dienst, klant, "kennismakingsgesprek", "2026-04-07T10:00:00+02:00", belcontact=bellen, kanaal="telefoon"
    )
    signalen = agenda(dienst, "2026-04-07")[0]["agendapunt"]["signalen"]
    assert [toets["voorwaarde"] for toets in signalen] == ["afspraak_snel_na_bellen"]
    ander = ingedeeld(dienst, "faciliteren")
    nu = {"klantId": ander, "begint": "2026-03-31T08:40:00+02:00", "duurMinuten": 20, "kanaal": "telefoon"}
    nu |= {"belcontact": bellen | {"meteenGehouden": True}}
    gehouden = dienst.doe("POST", "/afspraken", "inkomensconsulent", vast | nu)
    assert (gehouden["uitkomst"], later["uitkomst"]) == ("verschenen", None)
    morgen = {"klantId": ander, "belcontact": bellen | {"gebeldOp": WOENSDAG}, "soort": "traject_afspraak", "deel": 1}
    fouten = dienst.roep("POST", "/afspraken", "inkomensconsulent", vast | begint | morgen).json()["fouten"]
    assert {fout["veld"] for fout in fouten} == {"soort", "belcontact.gebeldOp", "redenDelen"}


def _zonder_machtiging(dienst: Dienst, klant: str) -> list[Taak]:
    """Leave out the question for a machtiging that every kennismaking brings (DEV-PRV-501)."""
    return [taak for taak in taken_van(dienst, klant) if taak.soort != "machtiging_vragen"]


@pytest.mark.regel("DEV-DIG-504")
def test_een_kennismaking_in_twee_delen_en_het_plan_wacht_op_het_tweede(dienst: Dienst) -> None:
    lockdown(dienst)
    klant = ingedeeld(dienst, "faciliteren")
    delen = {"kanaal": "telefoon", "redenDelen": "te_lang_op_afstand"}
    eerste = afspraak(dienst, klant, "kennismakingsgesprek", f"{WOENSDAG}T10:00:00+02:00", deel=1, **delen)
    dienst.zet_klok(f"{WOENSDAG}T12:00:00+02:00")
    pad = f"/afspraken/{eerste['id']}/uitkomst"
    dienst.doe("PUT", pad, "inkomensconsulent", {"uitkomst": "verschenen"}, versie=eerste["versie"])
    [wacht] = _zonder_machtiging(dienst, klant)
    assert (wacht.soort, wacht.uiterste.date().isoformat()) == ("kennismaking_deel_2_plannen", "2026-04-08")
    vast = {"klantId": klant, "soort": "kennismakingsgesprek", "medewerkerId": IC, "deel": 2} | delen
    laat = dienst.roep("POST", "/afspraken", "inkomensconsulent", vast | {"begint": "2026-04-09T10:00:00+02:00"})
    assert weigering(laat) == ["tweede_deel_op_tijd"]
    tweede = afspraak(dienst, klant, "kennismakingsgesprek", "2026-04-08T10:00:00+02:00", deel=2, **delen)
    assert _zonder_machtiging(dienst, klant) == []
    dienst.zet_klok("2026-04-08T12:00:00+02:00")
    pad = f"/afspraken/{tweede['id']}/uitkomst"
    dienst.doe("PUT", pad, "inkomensconsulent", {"uitkomst": "verschenen"}, versie=tweede["versie"])
    assert [taak.soort.startswith("plan_") for taak in _zonder_machtiging(dienst, klant)] == [True]
    assert taken_van(dienst, klant, Taakstatus.VERVALLEN) == []


@pytest.mark.regel("DEV-DIG-502")
def test_na_een_digitaal_ambitiegesprek_wordt_er_eerst_gebeld(dienst: Dienst) -> None:
    lockdown(dienst)
    klant = klaar(dienst, FACILITEREN | {"duurMinuten": 30})
    deel_in(dienst, klant)
    na = {taak.soort: taak.uiterste.date().isoformat() for taak in taken_van(dienst, klant)}
    assert na["kennismaking_bellen"] == "2026-04-07"
    assert "kick_off_plannen" not in na
    bellen = {"gebeldOp": "2026-03-31", "toestemmingVideobellen": True}
    afspraak(
        dienst, klant, "kennismakingsgesprek", f"{WOENSDAG}T10:00:00+02:00", belcontact=bellen, kanaal="videobellen"
    )
    assert "kennismaking_bellen" not in {taak.soort for taak in taken_van(dienst, klant)}


@pytest.mark.regel("DEV-MEL-004")
def test_een_afgezegde_screening_laat_de_melding_wachten_op_een_nieuwe(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst), f"{WOENSDAG}T10:00:00+02:00")
    pad = f"/meldingen/{melding['id']}/screeningsafzeggingen"
    reden = {"reden": "De klant is ziek en belt terug.", "doorKlant": True}
    weer = dienst.doe("POST", pad, "receptie", reden, versie=melding["versie"])
    assert (weer["status"], "screening_plannen" in taken(weer)) == ("open", True)
    assert (tijden(dienst, WOENSDAG), overzicht(dienst, WOENSDAG)["telling"]["afgemeld"]) == ([], 1)
    opnieuw = dienst.roep("POST", pad, "receptie", reden, versie=weer["versie"])
    assert opnieuw.json()["code"] == "geen_gesprek"
    assert plan(dienst, weer, f"{WOENSDAG}T10:00:00+02:00")["status"] == "open"


def test_een_vastgelegd_ambitiegesprek_is_ook_in_de_agenda_gehouden(dienst: Dienst) -> None:
    klant = nieuw(dienst)
    vast = {"medewerkerId": INTAKER, "duurMinuten": 45}
    gepland = afspraak(dienst, klant, "ambitiegesprek", "2026-03-31T09:15:00+02:00", **vast)
    afspraak(dienst, klant, "traject_afspraak", "2026-03-31T09:30:00+02:00")
    signalen = agenda(dienst, "2026-03-31")[0]["agendapunt"]["signalen"]
    assert [toets["voorwaarde"] for toets in signalen] == ["klant_vrij"]
    dienst.zet_klok("2026-03-31T10:30:00+02:00")
    spreek(dienst, klant)
    afspraken = dienst.doe("GET", f"/klanten/{klant}/afspraken", "intaker")["afspraken"]
    assert {rij["id"]: rij["uitkomst"] for rij in afspraken}[gepland["id"]] == "verschenen"
    assert agenda(dienst, "2026-03-31", INTAKER)[0]["agendapunt"]["status"] == "verschenen"


def test_een_kick_off_krijgt_een_andere_begeleider_als_een_collega_kan(dienst: Dienst) -> None:
    begint = f"{WOENSDAG}T10:00:00+02:00"
    leiders = [{"medewerkerId": IC, "functie": "inkomensconsulent"}]
    kick_off = plan_bijeenkomst(dienst, "faciliteren", begint, begeleiders=leiders)
    afspraak(dienst, ingedeeld(dienst, "zorgen"), "traject_afspraak", begint, medewerkerId=IC2)
    pad = f"/medewerkers/{IC}/agenda-overdrachten"
    opdracht = {"van": WOENSDAG, "tot": WOENSDAG, "naar": [IC2]}
    [regel] = dienst.doe("POST", pad, "administratie", opdracht)["regels"]
    assert (regel["overgedragen"], [toets["voorwaarde"] for toets in regel["redenen"]]) == (
        False,
        ["tussentijd_kick_off"],
    )
    [gesprek] = agenda(dienst, WOENSDAG, IC2)
    los = dienst.doe("GET", f"/klanten/{gesprek['agendapunt']['klanten'][0]['klantId']}/afspraken", "receptie")
    reden, versie = {"reden": "Komt later"}, los["afspraken"][0]["versie"]
    dienst.doe("PUT", f"/afspraken/{los['afspraken'][0]['id']}/afzegging", "inkomensconsulent", reden, versie=versie)
    [regel] = dienst.doe("POST", pad, "administratie", opdracht)["regels"]
    assert (regel["overgedragen"], regel["naar"], regel["klantId"]) == (True, IC2, None)
    nu = dienst.doe("GET", f"/bijeenkomsten/{kick_off['id']}", "administratie")
    assert [begeleider["medewerkerId"] for begeleider in nu["begeleiders"]] == [IC2]
    assert (tijden(dienst, WOENSDAG), tijden(dienst, WOENSDAG, IC2)) == ([], [("kick_off", "10:00")])


def test_wat_intussen_is_afgezegd_wordt_niet_overgedragen(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody cancels between the reading of the agenda and its locking."""
    klant = ingedeeld(dienst, "zorgen")
    punt = afspraak(dienst, klant, "traject_afspraak", f"{WOENSDAG}T10:00:00+02:00")
    slot = agendapunten.vergrendel_agenda

    def eerst_weg(sessie: Any, middelen: Any) -> None:
        with transactie(dienst.state.sessies, handelend(Rol.RECEPTIE)) as ander:
            nummer = {"over": punt["id"]}
            weg_ = "UPDATE agendapunt SET status = 'vervallen' WHERE onderwerp_id = :over RETURNING id"
            nummer["punt"] = ander.scalar(text(weg_), nummer)
            ander.execute(text("UPDATE bezetting SET vervallen_op = now() WHERE punt_id = :punt"), nummer)
        slot(sessie, middelen)

    monkeypatch.setattr(agendapunten, "vergrendel_agenda", eerst_weg)
    opdracht = {"van": WOENSDAG, "tot": WOENSDAG, "naar": [IC2]}
    assert dienst.doe("POST", f"/medewerkers/{IC}/agenda-overdrachten", "receptie", opdracht)["regels"] == []
