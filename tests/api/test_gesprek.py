"""Guides and conversations over HTTP: what is asked of whom, answers with their history, and what they lead to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.db.taak import Taakstatus
from tests.steun.dienst import Dienst
from tests.steun.indeling import nieuw
from tests.steun.intake import meld, plan, screen
from tests.steun.klanten import taken

IC, IN = "inkomensconsulent", "intaker"


def vragen(dienst: Dienst, klant_id: str, soort: str, rol: str = IC) -> dict[str, Any]:
    leidraad = dienst.doe("GET", f"/klanten/{klant_id}/gespreksleidraad?soort={soort}", rol)
    return {vraag["code"]: vraag for thema in leidraad["themas"] for vraag in thema["vragen"]}


def antwoord(vraag: str, waarde: Any, **extra: Any) -> dict[str, Any]:
    return {"vraag": vraag, "waarde": waarde} | extra


def voer(dienst: Dienst, klant_id: str, soort: str, *antwoorden: dict[str, Any], rol: str = IC, **extra: Any) -> Any:
    opdracht = {"soort": soort, "antwoorden": list(antwoorden)} | extra
    return dienst.doe("POST", f"/klanten/{klant_id}/gesprekken", rol, opdracht)


def vul_aan(dienst: Dienst, gesprek: Any, *antwoorden: dict[str, Any], **extra: Any) -> Any:
    opdracht = {"antwoorden": list(antwoorden)} | extra
    return dienst.doe("POST", f"/gesprekken/{gesprek['id']}/antwoorden", IC, opdracht, versie=gesprek["versie"])


@pytest.mark.regel("DEV-SCR-014")
def test_de_screening_vraagt_wat_het_formulier_mist(dienst: Dienst) -> None:
    zonder = meld(dienst, kanaal="telefonisch", formulier="volgt")["personen"][0]["klantId"]
    met = meld(dienst)["personen"][0]["klantId"]
    assert {"vermogen_spaargeld", "inkomen_betaald_werk"} <= set(vragen(dienst, zonder, "screening"))
    assert set(vragen(dienst, met, "screening")) == {"hulpvraag_klant", "begeleider"}


@pytest.mark.regel("DEV-SCR-014")
@pytest.mark.regel("DEV-DIA-504")
def test_van_antwoord_naar_taak_en_terug(dienst: Dienst) -> None:
    """An answer makes one taak; a correction keeps the history and lets the taak lapse; a withdrawal does too."""
    klant_id = nieuw(dienst)
    gesprek = voer(
        dienst,
        klant_id,
        "screening",
        antwoord("vermogen_spaargeld", 250_000),
        antwoord("woont_waar", "Bij een vriend."),
        notities=[{"thema": "vermogen", "tekst": "Rekening in België."}, {"tekst": "Kwam met zus."}],
    )
    assert (gesprek["versie"], gesprek["antwoorden"]["vermogen_spaargeld"]) == (1, 250_000)
    assert [taak.soort for taak in taken(dienst, klant_id)] == ["vermogen_vaststellen"]
    gesprek = vul_aan(dienst, gesprek, antwoord("vermogen_voertuigen", True))
    assert [taak.soort for taak in taken(dienst, klant_id)] == ["vermogen_vaststellen"]
    fout = [antwoord("vermogen_spaargeld", 0, reden="Was de rekening van haar zoon.")]
    gesprek = vul_aan(dienst, gesprek, *fout, antwoord("vermogen_voertuigen", None), antwoord("woont_waar", None))
    assert gesprek["antwoorden"] == {"vermogen_spaargeld": 0}
    eerder = [versie["waarde"] for versie in gesprek["versies"] if versie["vraag"] == "vermogen_spaargeld"]
    assert eerder == [250_000, 0]
    assert taken(dienst, klant_id) == []
    assert [taak.soort for taak in taken(dienst, klant_id, Taakstatus.VERVALLEN)] == ["vermogen_vaststellen"]
    assert len(gesprek["notities"]) == 2
    vul_aan(dienst, gesprek, antwoord("vermogen_overig", True))
    oud = {"reden": "Verkeerde klant."}
    pad = f"/gesprekken/{gesprek['id']}/intrekking"
    assert dienst.roep("PUT", pad, IC, oud, versie=gesprek["versie"]).status_code == 412
    weg = dienst.doe("PUT", pad, IC, oud, versie=gesprek["versie"] + 1)
    assert (weg["redenIngetrokken"], taken(dienst, klant_id)) == ("Verkeerde klant.", [])
    pad = f"/gesprekken/{gesprek['id']}/antwoorden"
    assert dienst.roep("POST", pad, IC, {"antwoorden": [antwoord("woont_waar", "x")]}, versie=5).status_code == 409
    (gelezen,) = dienst.doe("GET", f"/klanten/{klant_id}/gesprekken", IC)["gesprekken"]
    assert gelezen == dienst.doe("GET", f"/gesprekken/{gesprek['id']}", "fg")
    assert vragen(dienst, klant_id, "screening")["vermogen_spaargeld"]["bekend"] is None


@pytest.mark.regel("DEV-AMB-013")
def test_wat_bekend_is_staat_bij_de_vraag_en_een_kenmerk_geeft_extra_vragen(dienst: Dienst) -> None:
    klant_id = nieuw(dienst, kenmerken=["lvb"], geboortedatum=date(2001, 5, 1))
    eerste = voer(dienst, klant_id, "screening", antwoord("begeleider", "Zus"), antwoord("woont_hoe", "huur"))
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    tweede = voer(dienst, klant_id, "screening", antwoord("woont_hoe", "inwonend"))
    gevraagd = vragen(dienst, klant_id, "screening")
    assert gevraagd["begeleider"]["bekend"] == {"waarde": "Zus", "datum": "2026-03-31", "gesprekId": eerste["id"]}
    assert gevraagd["woont_hoe"]["bekend"]["waarde"] == "inwonend"
    assert gevraagd["woont_met_wie"]["bekend"] == {"waarde": "alleenstaande", "datum": None, "gesprekId": None}
    vul_aan(dienst, tweede, antwoord("woont_hoe", None))
    assert vragen(dienst, klant_id, "screening")["woont_hoe"]["bekend"] is None
    leidraad = dienst.doe("GET", f"/klanten/{klant_id}/gespreksleidraad?soort=ambitiegesprek", IN)
    assert leidraad["markeringen"] == ["jongere", "lvb"]
    assert "ag_indicatie" in vragen(dienst, klant_id, "ambitiegesprek")
    geheel = dienst.doe("GET", "/gespreksleidraden?gemeente=GM0150&soort=ambitiegesprek", "receptie")
    assert geheel["herkomst"] == "vastgesteld"
    assert [thema["letter"] for thema in geheel["themas"]] == [None, *"ABCDEFGH"]
    assert dienst.roep("GET", "/gespreksleidraden?gemeente=GM9999&soort=screening", IC).status_code == 404


@pytest.mark.regel("DEV-SCR-014")
def test_een_antwoord_en_de_afronding_vragen_samen_een_keer_om_het_vermogen(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst), "2026-04-02T10:00:00+02:00")
    klant_id = melding["personen"][0]["klantId"]
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    voer(dienst, klant_id, "screening", antwoord("vermogen_overig", True))
    screen(dienst, melding, vermogenAanwezig=True)
    assert [taak.soort for taak in taken(dienst, klant_id)].count("vermogen_vaststellen") == 1


def test_alle_fouten_in_antwoorden_tegelijk(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    opdracht = {
        "soort": "kennismaking",
        "antwoorden": [
            antwoord("bestaat_niet", "x"),
            antwoord("fin_schulden", "ja"),
            antwoord("signalen_wonen", ["dreigende_thuis_of_dakloosheid", "onzin"]),
        ],
        "notities": [{"thema": "vermogen", "tekst": "x"}],
    }
    pad = f"/klanten/{klant_id}/gesprekken"
    fout = dienst.roep("POST", pad, IC, opdracht)
    assert fout.status_code == 400
    velden = {regel["veld"] for regel in fout.json()["fouten"]}
    assert velden == {"antwoorden.0.vraag", "antwoorden.1.waarde", "antwoorden.2.waarde", "notities.0.thema"}
    kinderen = [antwoord("kind_aantal", 2), antwoord("kind_leeftijden", [4])]
    for anders in ({"antwoorden": kinderen}, {"datum": "2026-04-01"}, {"antwoorden": kinderen[:1] * 2}):
        assert dienst.roep("POST", pad, IC, {"soort": "kennismaking"} | anders).status_code == 400
    gesprek = voer(dienst, klant_id, "kennismaking", kinderen[0], antwoord("kind_leeftijden", [4, 7]))
    leeg = dienst.roep("POST", f"/gesprekken/{gesprek['id']}/antwoorden", IC, {}, versie=gesprek["versie"])
    assert leeg.status_code == 400
    assert gesprek["antwoorden"] == {"kind_aantal": 2, "kind_leeftijden": [4, 7]}
