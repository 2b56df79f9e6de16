"""The procedure of a zaak over HTTP: each step in its turn, with proof, taak and term, until after the maatregel."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.klanten import taken
from tests.steun.maatregelzaak import (
    BESLUITDAG,
    HERSTELTERMIJN,
    HOORGESPREK,
    NO_SHOW_1,
    NO_SHOW_2,
    OORDEEL,
    UITNODIGING,
    adviseer,
    besluit,
    maak_bekend,
    met_plan,
    open_zaak,
    toets,
    zet,
)

TRAJECT = "traject_niet_willen_volgen"
SOLLICITATIES = "onvoldoende_sollicitaties"
ZONDER_PLAN: dict[str, Any] = {"soort": "plan", "afwijkingPlan": "De afspraken staan in het verslag van het traject."}


def procedure(dienst: Dienst, zaak: Any) -> dict[str, Any]:
    """The steps by what they ask for, and under "volgende" whose turn it is."""
    beeld = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/procedure", "werkconsulent")
    return {stap["actie"]: stap for stap in beeld["stappen"]} | {"volgende": beeld["volgende"]}


def probeer(dienst: Dienst, zaak: Any, stap: dict[str, Any], rol: str = "werkconsulent") -> Any:
    return dienst.roep("POST", f"/maatregelzaken/{zaak['id']}/stappen", rol, stap)


def maak_brief(dienst: Dienst, zaak: Any, gesprek_op: str) -> Any:
    """Make the registered invitation for after the maatregel; it is not sent by this."""
    gesprek = {"op": gesprek_op, "tijd": "10:00", "plaats": "Voorbeeldplein 1, Deventer"}
    opdracht = {"soort": "uitnodiging_na_maatregelperiode", "gesprek": gesprek}
    return dienst.doe("POST", f"/maatregelzaken/{zaak['id']}/brieven", "werkconsulent", opdracht)


def trek_in(dienst: Dienst, zaak: Any, soort: str) -> None:
    stap = [deel for deel in zaak["stappen"] if deel["soort"] == soort and not deel["intrekking"]][-1]
    pad = f"/maatregelzaken/{zaak['id']}/stappen/{stap['id']}/intrekkingen"
    dienst.doe("POST", pad, "werkconsulent", {"reden": "Dit klopt toch niet."})


def open_soorten(dienst: Dienst, klant_id: str, zaak: Any) -> set[str]:
    return {
        taak.soort.removeprefix("maatregel_")
        for taak in taken(dienst, klant_id)
        if str(taak.onderwerp_id) == zaak["id"]
    }


def leg_op(dienst: Dienst, zaak: Any) -> None:
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    maak_bekend(dienst, genomen["id"])


@pytest.mark.regel("DEV-MTR-513", "DEV-MTR-518", "DEV-MTR-525")
def test_traject_van_uitnodiging_tot_opnieuw_afstemmen(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, gedraging=TRAJECT)
    keten = procedure(dienst, zaak)
    assert keten["volgende"] == ["klant_horen"]
    eerste = keten["klant_horen"]
    assert (eerste["stand"], eerste["uiterlijk"]) == ("volgende", "2026-05-22")
    assert eerste["taakId"] in {str(taak.id) for taak in taken(dienst, klant_id)}
    te_vroeg = probeer(dienst, zaak, HERSTELTERMIJN)
    assert (te_vroeg.status_code, te_vroeg.json()["code"]) == (409, "stap_niet_aan_de_beurt")
    assert te_vroeg.json()["toetsen"][0]["voorwaarde"] == "stap_aan_de_beurt"

    zaak = zet(dienst, zaak["id"], UITNODIGING, NO_SHOW_1)
    keten = procedure(dienst, zaak)
    assert keten["volgende"] == ["hersteltermijn_versturen"]
    assert keten["klant_horen"]["bewijs"] == [zaak["stappen"][0]["id"]]
    assert (keten["klant_horen"]["gedaanOp"], keten["klant_horen"]["taakId"]) == ("2026-04-03", None)
    trek_in(dienst, zaak, "no_show")
    assert open_soorten(dienst, klant_id, zaak) == {"uitkomst_gesprek", "wederhoor", "advies"}
    assert procedure(dienst, zaak)["volgende"] == ["wederhoor"]

    zaak = zet(dienst, zaak["id"], NO_SHOW_1, HERSTELTERMIJN, NO_SHOW_2, OORDEEL, ZONDER_PLAN)
    stand = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/gereedheid", "werkconsulent")
    assert stand["gereedVoorAdvies"]
    assert any(punt.startswith("Wederhoor is hier geadviseerd en niet verplicht") for punt in stand["aandachtspunten"])
    assert procedure(dienst, zaak)["volgende"] == ["wederhoor", "rapportage"]
    afweging = {
        "soort": "wederhoorafweging",
        "datum": "2026-05-07",
        "horen": False,
        "toelichting": "Twee keer gevraagd.",
    }
    zaak = zet(dienst, zaak["id"], afweging)
    assert procedure(dienst, zaak)["wederhoor"]["bewijs"] == [zaak["stappen"][-1]["id"]]
    assert open_soorten(dienst, klant_id, zaak) == {"advies"}
    na = {"soort": "opnieuw_uitgenodigd", "verzondenOp": "2026-05-20", "wijze": ["regulier"], "gesprekOp": "2026-05-28"}
    assert probeer(dienst, zaak, na).json()["code"] == "zaak_niet_verzonden"
    leg_op(dienst, zaak)

    assert open_soorten(dienst, klant_id, zaak) == {"opnieuw_uitnodigen"}
    assert procedure(dienst, zaak)["volgende"] == ["bezwaar", "opnieuw_uitnodigen_voor_traject"]
    kwam_niet = {"soort": "nieuwe_opkomst", "datum": "2026-05-28", "verschenen": False}
    assert probeer(dienst, zaak, UITNODIGING).json()["code"] == "zaak_niet_open"
    zaak = zet(dienst, zaak["id"], na)
    dienst.zet_klok("2026-05-29T09:00:00+02:00")
    assert open_soorten(dienst, klant_id, zaak) == {"uitkomst_gesprek"}
    assert probeer(dienst, zaak, kwam_niet | {"datum": "2026-05-27"}).json()["code"] == "stap_niet_aan_de_beurt"
    opdracht = {"gedraging": TRAJECT, "gedragingDatum": "2026-05-28", "aanleiding": [zaak["id"]]}
    nieuw = {"klantId": klant_id, "meldingDatum": "2026-03-30"} | opdracht
    weigering = dienst.roep("POST", "/maatregelzaken", "werkconsulent", nieuw).json()
    assert (weigering["code"], weigering["toetsen"][0]["feiten"]) == (
        "stap_niet_aan_de_beurt",
        {"actie": "opnieuw_afstemmen"},
    )
    zaak = zet(dienst, zaak["id"], kwam_niet)
    assert open_soorten(dienst, klant_id, zaak) == {"vervolg"}
    trek_in(dienst, zaak, "nieuwe_opkomst")
    assert open_soorten(dienst, klant_id, zaak) == {"uitkomst_gesprek"}
    zaak = zet(dienst, zaak["id"], kwam_niet)
    tweede = dienst.doe("POST", "/maatregelzaken", "werkconsulent", nieuw)
    assert procedure(dienst, zaak)["opnieuw_afstemmen"]["bewijs"] == [tweede["id"]]
    assert open_soorten(dienst, klant_id, zaak) == set()


@pytest.mark.regel("DEV-MTR-516", "DEV-MTR-526")
def test_sollicitaties_een_maand_later_opnieuw_bekeken(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, gedraging=SOLLICITATIES)
    zaak = zet(dienst, zaak["id"], UITNODIGING, HOORGESPREK, OORDEEL, ZONDER_PLAN)
    assert procedure(dienst, zaak)["hersteltermijn_versturen"]["stand"] == "niet_nodig"
    afweging = {
        "soort": "wederhoorafweging",
        "datum": "2026-05-07",
        "horen": False,
        "toelichting": "Twee keer gevraagd.",
    }
    assert probeer(dienst, zaak, afweging).json()["fouten"][0]["veld"] == "soort"
    leg_op(dienst, zaak)
    stap = {"soort": "controle", "datum": "2026-06-22", "voldoende": False, "toelichting": "Eén sollicitatie gezien."}
    assert open_soorten(dienst, klant_id, zaak) == set()
    vroeg = probeer(dienst, zaak, stap | {"datum": "2026-05-20"}).json()
    assert (vroeg["code"], "20 juni 2026" in vroeg["detail"]) == ("stap_niet_aan_de_beurt", True)
    dienst.zet_klok("2026-06-19T23:59:00+02:00")
    assert open_soorten(dienst, klant_id, zaak) == set()
    dienst.zet_klok("2026-06-20T00:01:00+02:00")
    assert open_soorten(dienst, klant_id, zaak) == {"controle"}
    dienst.zet_klok("2026-06-22T09:00:00+02:00")
    gehoord = {"soort": "opnieuw_gehoord", "datum": "2026-06-22", "kanaal": "gesprek", "gehoord": True}
    gehoord["toelichting"] = "Ik vond het te ver weg."
    assert probeer(dienst, zaak, gehoord).json()["code"] == "stap_niet_aan_de_beurt"
    assert probeer(dienst, zaak, stap, "administratie").status_code == 403
    uitnodiging = {"soort": "opnieuw_uitgenodigd", "verzondenOp": "2026-06-22", "wijze": ["regulier"]}
    vreemd = probeer(dienst, zaak, uitnodiging | {"gesprekOp": "2026-06-30"}).json()
    assert vreemd["detail"] == "De procedure van deze gedraging kent deze stap niet."

    zaak = zet(dienst, zaak["id"], stap | {"voldoende": True})
    assert open_soorten(dienst, klant_id, zaak) == set()
    assert procedure(dienst, zaak)["afstemmen_recidive"]["stand"] == "niet_nodig"
    trek_in(dienst, zaak, "controle")
    assert open_soorten(dienst, klant_id, zaak) == {"controle"}
    zaak = zet(dienst, zaak["id"], stap)
    assert open_soorten(dienst, klant_id, zaak) == {"opnieuw_horen"}
    nieuw: dict[str, Any] = {"klantId": klant_id, "meldingDatum": "2026-03-30", "gedraging": SOLLICITATIES}
    nieuw |= {"gedragingDatum": "2026-06-20", "aanleiding": [zaak["id"]]}
    assert dienst.roep("POST", "/maatregelzaken", "werkconsulent", nieuw).json()["code"] == "stap_niet_aan_de_beurt"
    zaak = zet(dienst, zaak["id"], gehoord)
    assert open_soorten(dienst, klant_id, zaak) == {"vervolg"}
    assert procedure(dienst, zaak)["volgende"] == ["bezwaar", "afstemmen_recidive"]
    trek_in(dienst, zaak, "opnieuw_gehoord")
    assert open_soorten(dienst, klant_id, zaak) == {"opnieuw_horen"}
    zet(dienst, zaak["id"], gehoord)
    assert dienst.doe("POST", "/maatregelzaken", "werkconsulent", nieuw)["status"] == "open"


@pytest.mark.regel("DEV-MTR-517")
def test_bewijs_heeft_een_eigen_taak(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    kenmerk = ["weigering_in_sollicitatiegesprek"]
    zaak = open_zaak(dienst, klant_id, gedraging="werkweigering", kenmerken=kenmerk)
    stuk = {"soort": "bewijsstuk", "datum": "2026-05-04", "vorm": "email", "verwijzing": "zaak 2026-00123"}
    assert "bewijs" in open_soorten(dienst, klant_id, zaak)
    assert procedure(dienst, zaak)["bewijs_verzamelen"]["uiterlijk"] == "2026-05-28"
    zaak = zet(dienst, zaak["id"], stuk | {"code": "concrete_baanaanbieding"})
    assert "bewijs" in open_soorten(dienst, klant_id, zaak)
    bevestigd = stuk | {"code": "bevestiging_werkgever", "afkomstigVan": "Bakkerij Voorbeeld"}
    zaak = zet(dienst, zaak["id"], bevestigd)
    assert "bewijs" not in open_soorten(dienst, klant_id, zaak)
    assert procedure(dienst, zaak)["bewijs_verzamelen"]["stand"] == "gedaan"
    trek_in(dienst, zaak, "bewijsstuk")
    assert "bewijs" in open_soorten(dienst, klant_id, zaak)


@pytest.mark.regel("DEV-MTR-541")
def test_ioaw_na_de_maatregelperiode_opnieuw_aangetekend_uitnodigen(dienst: Dienst) -> None:
    klant_id = met_plan(dienst, regime="IOAW")
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, gedraging="niet_verschijnen_arbeidsinschakeling")
    zaak = zet(dienst, zaak["id"], UITNODIGING, HOORGESPREK, OORDEEL)
    grondslag: dict[str, Any] = {
        "soort": "grondslag",
        "datum": "2026-05-18",
        "vanaf": "2026-06-01",
        "totEnMet": "2026-06-30",
    }
    grondslag |= {"bedrag": 165000, "bron": "specificatie uitkering 2026-05"}
    assert probeer(dienst, zaak, grondslag, "inkomensconsulent").status_code == 201
    leg_op(dienst, zaak)
    dienst.zet_klok("2026-06-30T23:59:00+02:00")
    assert open_soorten(dienst, klant_id, zaak) == set()
    brief: dict[str, Any] = {"soort": "opnieuw_uitgenodigd", "verzondenOp": "2026-06-30", "wijze": ["regulier"]}
    brief |= {"gesprekOp": "2026-07-10"}
    vroeg = probeer(dienst, zaak, brief).json()
    assert (vroeg["code"], "1 juli 2026" in vroeg["detail"]) == ("stap_niet_aan_de_beurt", True)
    dienst.zet_klok("2026-07-01T09:00:00+02:00")
    assert open_soorten(dienst, klant_id, zaak) == {"opnieuw_uitnodigen"}
    brief["verzondenOp"] = "2026-07-01"
    assert probeer(dienst, zaak, brief).json()["fouten"][0]["veld"] == "wijze"
    brief["wijze"] = ["aangetekend"]
    assert probeer(dienst, zaak, brief).json()["fouten"][0]["veld"] == "kenmerkAangetekend"
    gemaakt = maak_brief(dienst, zaak, "2026-07-10")
    brief |= {"kenmerkAangetekend": "3SRRC0002", "briefId": gemaakt["id"]}
    ander = probeer(dienst, zaak, brief | {"gesprekOp": "2026-07-13"}).json()["fouten"]
    assert [fout["veld"] for fout in ander] == ["gesprekOp"], "de brief noemt een andere dag"
    zaak = zet(dienst, zaak["id"], brief)
    assert open_soorten(dienst, klant_id, zaak) == set()
    assert procedure(dienst, zaak)["opnieuw_aangetekend_uitnodigen"]["gedaanOp"] == "2026-07-01"
    pad = f"/brieven/{gemaakt['id']}"
    assert dienst.doe("GET", pad, "werkconsulent")["status"] == "verzonden"
    trek_in(dienst, zaak, "opnieuw_uitgenodigd")
    assert dienst.doe("GET", pad, "werkconsulent")["status"] == "gemaakt", "de verzending gaat met de stap terug"
    assert open_soorten(dienst, klant_id, zaak) == {"opnieuw_uitnodigen"}
