"""A sent besluit is withdrawn, changed or ended by a new one, in the careful way, with the mutaties that undo it."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from app.identiteit.uitgever import Tokenhouder
from tests.steun import maatregelzaak as zaken
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.herziening import FOUT, INTREKKEN, beslis, herzie, mutaties, probeer, verzend
from tests.steun.klanten import taken as open_taken
from tests.steun.maatregelzaak import met_plan, open_zaak, opgelegd, toets

JUNI_10 = "2026-06-10T10:00:00+02:00"
JUNI_25 = "2026-06-25T10:00:00+02:00"


def taken(dienst: Dienst, klant_id: str) -> set[str]:
    nu = dienst.klok.nu()
    alle = {taak.soort for taak in open_taken(dienst, klant_id) if taak.zichtbaar_vanaf <= nu}
    return {soort for soort in alle if soort.startswith(("maatregel_", "herziening_", "bezwaar_"))}


def mis(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


def test_een_fout_besluit_wordt_ingetrokken_en_nabetaald(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    oud = opgelegd(dienst, klant_id)
    dienst.zet_klok(JUNI_10)
    herziening = herzie(dienst, oud["id"])
    dubbel = dienst.roep("POST", f"/besluiten/{oud['id']}/herzieningen", "inkomensconsulent", FOUT)
    assert dubbel.json()["code"] == "herziening_loopt_al"
    assert mis(probeer(dienst, herziening["id"], {**INTREKKEN, "keuze": "afwijzen"})) == ["keuze_past_bij_grond"]

    eerste = beslis(dienst, herziening["id"])
    assert (eerste["vervangt"], eerste["dictum"], eerste["soort"]) == (oud["id"], "ingetrokken", "herziening")
    zelf = {"akkoord": True}
    pad = f"/besluiten/{eerste['id']}/toetsingen"
    beide = {"Authorization": f"Bearer {dienst.uitgever.geef_token(*_dubbel(dienst))}"}
    assert mis(dienst.roep("POST", pad, "toetser", zelf, koppen=beide)) == ["getoetst_door_ander"]
    toets(dienst, eerste["id"], akkoord=False, reden="Noem ook de brief die ontbreekt.")
    assert dienst.doe("GET", f"/besluiten/{oud['id']}", "toetser")["staat"] is True
    nieuw = verzend(dienst, beslis(dienst, herziening["id"])["id"], "2026-06-10")

    weg = dienst.doe("GET", f"/besluiten/{oud['id']}", "toetser")
    assert (weg["status"], weg["staat"]) == ("ingetrokken", False)
    assert weg["vervanging"] == {"besluitId": nieuw["id"], "dictum": "ingetrokken", "verzondenOp": "2026-06-10"}
    assert mutaties(dienst) == [
        {
            "besluitId": nieuw["id"],
            "dictum": "ingetrokken",
            "vervangt": oud["id"],
            "bedragen": [
                {"maand": "2026-06-01", "oud": 42045, "nieuw": 0, "verschil": 42045, "verwerking": "nabetaling"}
            ],
            "nabetaling": 42045,
        }
    ]
    assert taken(dienst, klant_id) == set()
    assert dienst.doe("POST", f"/besluiten/{nieuw['id']}/narekenen", "fg")["zelfde"] is True
    uitleg = dienst.doe("GET", f"/besluiten/{nieuw['id']}/uitleg", "toetser")
    assert [regel["formule"] for regel in uitleg["bedragen"]] == ["was € 420,45, wordt € 0,00"]
    weer = dienst.roep("POST", f"/besluiten/{oud['id']}/herzieningen", "inkomensconsulent", FOUT)
    assert weer.json()["code"] == "staat_niet"
    niets = dienst.roep("POST", f"/besluiten/{nieuw['id']}/herzieningen", "inkomensconsulent", FOUT)
    assert niets.json()["code"] == "niets_te_herzien"
    assert _status_in_klantbeeld(dienst, klant_id, oud["id"]) == "ingetrokken"
    assert _telt_als_recidive(dienst, klant_id) is False


def _dubbel(dienst: Dienst) -> tuple[Any, Any]:
    houder = Tokenhouder(medewerker_id(Rol.INKOMENSCONSULENT), "x", "deventer", ("GM0150",), ())
    return [Rol.INKOMENSCONSULENT, Rol.TOETSER], houder


def _status_in_klantbeeld(dienst: Dienst, klant_id: str, besluit_id: str) -> str:
    gezien = dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", "werkconsulent")["besluiten"]
    [status] = [deel["status"] for deel in gezien if deel["bron"]["id"] == besluit_id]
    return str(status)


def _telt_als_recidive(dienst: Dienst, klant_id: str) -> Any:
    """Whether a new zaak counts an earlier maatregel."""
    zaak = open_zaak(dienst, klant_id, gedragingDatum="2026-06-01", gedraging="niet_verschijnen_arbeidsinschakeling")
    return _recidive(dienst, zaak["id"])


def _recidive(dienst: Dienst, zaak_id: str) -> Any:
    toetsen = dienst.doe("GET", f"/maatregelzaken/{zaak_id}/gereedheid", "werkconsulent")["voorBesluit"]
    return next(toets["feiten"]["recidive"] for toets in toetsen if toets["voorwaarde"] == "recidive_vastgesteld")


def test_een_wijziging_verlaagt_wat_nog_komt_en_telt_als_recidive(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    oud = opgelegd(dienst, klant_id)
    herziening = herzie(dienst, oud["id"])
    meer = {"keuze": "wijzigen", "motivering": "Een hoger percentage past beter.", "procent": "40"}
    assert mis(probeer(dienst, herziening["id"], meer)) == ["niet_ten_nadele"]
    nieuw = verzend(dienst, beslis(dienst, herziening["id"], meer | {"procent": "10"})["id"], "2026-05-20")
    [mutatie] = mutaties(dienst)
    assert (mutatie["nabetaling"], mutatie["bedragen"][0]["verwerking"]) == (0, "verlaging_terugnemen")
    assert mutatie["bedragen"][0]["nieuw"] == 14015
    assert dienst.doe("GET", f"/besluiten/{oud['id']}", "toetser")["status"] == "vervangen"
    dienst.zet_klok(JUNI_10)
    assert _telt_als_recidive(dienst, klant_id) is True
    # The new besluit can itself be looked at again, and withdrawn: then nothing is left.
    tweede = beslis(dienst, herzie(dienst, nieuw["id"])["id"])
    verzend(dienst, tweede["id"], "2026-06-10")
    assert mutaties(dienst)[-1]["nabetaling"] == 14015
    zaak = dienst.doe("GET", f"/klanten/{klant_id}/maatregelzaken", "werkconsulent")["zaken"][-1]
    assert _recidive(dienst, zaak["id"]) is False


def test_inkeer_eindigt_een_uniforme_maatregel_naar_rato(dienst: Dienst) -> None:
    plan = {"soort": "plan", "afwijkingPlan": "De workshops staan in de routekaart die wij uitreikten."}
    oud = _opgelegd_met(dienst, plan, gedraging="workshops_routekaart_niet_volgen")
    assert oud["dictum"] == "maatregel"
    dienst.zet_klok(JUNI_25)
    pad = f"/besluiten/{oud['id']}/herzieningen"
    opdracht = {"grond": "inkeer", "aanleiding": "De klant doet nu mee aan de workshops."}
    assert dienst.roep("POST", pad, "werkconsulent", opdracht).status_code == 400
    assert dienst.roep("POST", pad, "werkconsulent", opdracht | {"verzoekOp": "2026-06-26"}).status_code == 400
    herziening = dienst.doe("POST", pad, "werkconsulent", opdracht | {"verzoekOp": "2026-06-22"})
    wens = {"keuze": "beeindigen", "motivering": "De klant was vier keer op tijd.", "per": "2026-06-20"}
    assert mis(probeer(dienst, herziening["id"], wens)) == ["verplichtingen_nagekomen"]
    afwijzen = {"keuze": "afwijzen", "motivering": "De klant was vier keer op tijd.", "nagekomen": True}
    assert mis(probeer(dienst, herziening["id"], afwijzen)) == ["grond_om_af_te_wijzen"]
    nee = verzend(dienst, beslis(dienst, herziening["id"], afwijzen | {"nagekomen": False})["id"], "2026-06-25")
    assert (nee["dictum"], nee["vervangt"], mutaties(dienst)) == ("afgewezen", None, [])
    assert dienst.doe("GET", f"/besluiten/{oud['id']}", "toetser")["staat"] is True

    tweede = dienst.doe("POST", pad, "werkconsulent", opdracht | {"verzoekOp": "2026-06-25"})
    ja = verzend(dienst, beslis(dienst, tweede["id"], wens | {"nagekomen": True})["id"], "2026-06-25")
    assert ja["dictum"] == "beeindigd"
    [mutatie] = mutaties(dienst)
    [regel] = mutatie["bedragen"]
    assert (regel["oud"], regel["verschil"]) == (140150, 51388)
    alle = dienst.doe("GET", pad, "toetser")["herzieningen"]
    assert [rij["status"] for rij in alle] == ["bekendgemaakt", "bekendgemaakt"]


def test_een_lange_maatregel_wordt_op_tijd_herbeoordeeld(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    afwijking = {"procent": "30", "maanden": 3, "motivering": "Ernstig en herhaald gedrag."}
    oud = _opgelegd_met(dienst, {"soort": "oordeel", "afwijking": afwijking}, klant_id)
    pad = f"/besluiten/{oud['id']}/herbeoordelingen"
    termijnen = dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", "werkconsulent")["termijnen"]
    assert ("herbeoordeling", "2026-08-20") in {(t["soort"], t["einde"]) for t in termijnen}
    dienst.zet_klok("2026-07-06T10:00:00+02:00")
    assert taken(dienst, klant_id) == {"maatregel_herbeoordeling"}
    motivering = "De klant kan de vaste lasten niet meer betalen."
    dienst.doe("POST", pad, "inkomensconsulent", {"uitkomst": "voortzetten", "motivering": motivering})
    assert taken(dienst, klant_id) == set()
    gezien = dienst.doe("POST", pad, "inkomensconsulent", {"uitkomst": "beeindigen", "motivering": motivering})
    assert taken(dienst, klant_id) == {"herziening_besluit"}
    wens = {"keuze": "beeindigen", "motivering": motivering, "per": "2026-07-01"}
    nieuw = verzend(dienst, beslis(dienst, gezien["herzieningId"], wens)["id"], "2026-07-06")
    assert nieuw["dictum"] == "beeindigd"
    assert {b["verwerking"] for b in mutaties(dienst)[0]["bedragen"]} == {"nabetaling", "verlaging_terugnemen"}
    uitkomsten = dienst.doe("GET", pad, "toetser")["herbeoordelingen"]
    assert [rij["uitkomst"] for rij in uitkomsten] == ["voortzetten", "beeindigen"]


def _opgelegd_met(dienst: Dienst, stap: dict[str, Any], klant_id: str | None = None, **anders: Any) -> Any:
    """Impose a maatregel with one more step."""
    zaak = zaken.volledig(dienst, klant_id, **anders)
    zaken.zet(dienst, zaak["id"], stap)
    zaken.adviseer(dienst, zaak["id"])
    genomen = zaken.besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    return zaken.maak_bekend(dienst, genomen["id"])


def test_een_herziening_kan_worden_ingetrokken(dienst: Dienst) -> None:
    oud = opgelegd(dienst)
    herziening = herzie(dienst, oud["id"])
    genomen = beslis(dienst, herziening["id"])
    nu = dienst.doe("GET", f"/herzieningen/{herziening['id']}", "toetser")
    pad = f"/herzieningen/{herziening['id']}/intrekkingen"
    weg = dienst.doe("POST", pad, "werkconsulent", {"reden": "De brief is toch gevonden."}, versie=nu["versie"])
    assert weg["status"] == "ingetrokken"
    laat = dienst.roep("POST", f"/besluiten/{genomen['id']}/toetsingen", "toetser", {"akkoord": True})
    assert laat.json()["code"] == "herziening_ingetrokken"
    weer = dienst.roep("POST", pad, "werkconsulent", {"reden": "De brief is toch gevonden."}, versie=weg["versie"])
    assert weer.json()["code"] == "herziening_afgesloten"
    vanzelf = {"grond": "herbeoordeling", "aanleiding": "De maatregel loopt al lang."}
    antwoord = dienst.roep("POST", f"/besluiten/{oud['id']}/herzieningen", "werkconsulent", vanzelf)
    assert antwoord.status_code == 400
