"""Doubtful cases, zorg-handhaving and voorzieningen over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app.db.taak import Taakstatus
from app.domain.kern.rollen import Rol
from tests.api.test_indeling import historie, open_taken
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import HANDHAVING, ZORGEN, besluit, deel_in, klaar, stel_voor
from tests.steun.klanten import ingedeeld, rij, taken


@pytest.mark.regel("DEV-KGR-025")
def test_een_twijfelgeval_noemt_de_middelen_en_vraagt_argonaut(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": 12, "wensen": "Iets met dieren."})
    twijfel = {
        "middelen": ["intercollegiaal_overleg", "argonaut_onderzoek"],
        "toelichting": "Belastbaarheid onduidelijk.",
    }
    indeling = deel_in(dienst, klant_id, twijfel=twijfel)
    assert (indeling["twijfel"], indeling["twijfelgeval"]) == (True, twijfel)
    assert historie(dienst, klant_id)[0]["twijfelgeval"] == twijfel
    argonaut = next(taak for taak in taken(dienst, klant_id) if taak.soort == "argonaut_onderzoek_starten")
    assert (argonaut.rol, argonaut.eigenaar_id) == (Rol.WERKCONSULENT, medewerker_id("werkconsulent"))
    assert "twijfelgeval_volgen" in open_taken(dienst, klant_id)
    gesprek = dienst.doe("GET", f"/klanten/{klant_id}/ambitiegesprekken", "intaker")["ambitiegesprekken"][0]
    assert gesprek["wensen"] == "Iets met dieren."


@pytest.mark.regel("DEV-KGR-007", "DEV-KGR-505")
def test_zorg_handhaving_gaat_aan_en_uit_en_wordt_geteld(dienst: Dienst) -> None:
    for _ in range(19):
        ingedeeld(dienst, "zorgen", zorg_handhaving=True)
    een, twee = klaar(dienst, ZORGEN), klaar(dienst, ZORGEN)
    deel_in(dienst, een, zorgHandhaving=HANDHAVING)
    assert set(open_taken(dienst, een)) == {"rechtmatigheid_beoordelen", "zorg_handhaving_afstemmen"}
    assert _signalen(dienst) == []
    deel_in(dienst, twee, zorgHandhaving=HANDHAVING)
    assert _signalen(dienst) == ["zorg_handhaving_omvang"]
    kansen = dienst.doe("GET", f"/klanten/{een}/voorzieningen", "inkomensconsulent")["voorzieningen"]
    assert not any(kans["voorgesteld"] for kans in kansen)
    antwoord = dienst.roep("GET", f"/klanten/{een}/tijdlijn", "werkconsulent")
    assert "zorg_handhaving_afstemmen" not in antwoord.text

    uit: dict[str, Any] = {"motivering": "De klant werkt weer mee."}
    assert besluit(dienst, een, stel_voor(dienst, een)).status_code == 409
    deel_in(dienst, een, **uit)
    assert rij(dienst, een).zorg_handhaving is False
    assert open_taken(dienst, een) == {"kennismaking_plannen": "inkomensconsulent"}
    vervallen = {taak.soort for taak in taken(dienst, een, Taakstatus.VERVALLEN)}
    assert vervallen == {"rechtmatigheid_beoordelen", "zorg_handhaving_afstemmen"}
    nieuw = historie(dienst, een)[0]
    assert (nieuw["vorige"], nieuw["klantgroep"], nieuw["zorgHandhaving"]) == ("zorgen", "zorgen", None)


def _signalen(dienst: Dienst) -> list[str]:
    voorraad = dienst.doe("GET", "/taken", "teamleider")["taken"]
    return [taak["soort"] for taak in voorraad if taak["soort"] == "zorg_handhaving_omvang"]


@pytest.mark.regel("DEV-KGR-905")
def test_voorzieningen_van_de_gemeente_en_van_een_klant(dienst: Dienst) -> None:
    lijst = dienst.doe("GET", "/voorzieningen?gemeente=GM0150", "beleidsmedewerker")
    per_code = {regel["code"]: regel["klantgroepen"] for regel in lijst["voorzieningen"]}
    assert (per_code["scholing"], per_code["taal"]) == (["groeien"], None)
    assert dienst.roep("GET", "/voorzieningen?gemeente=GM0988", "intaker").status_code == 400
    assert dienst.roep("GET", "/voorzieningen?gemeente=GM0150&peildatum=2020-12-31", "intaker").status_code == 409
    klant_id = ingedeeld(dienst, "matchen")
    kansen = dienst.doe("GET", f"/klanten/{klant_id}/voorzieningen", "werkconsulent")["voorzieningen"]
    assert {kans["uitkomst"] for kans in kansen} == {"mag_niet", "nog_te_beantwoorden", "beleid_ontbreekt"}
    feit = {"soort": "doelgroepcategorie", "datum": "2026-03-30", "categorie": "algemene_bijstand"}
    dienst.doe("POST", f"/klanten/{klant_id}/doelgroepfeiten", "werkconsulent", feit)
    kansen = dienst.doe("GET", f"/klanten/{klant_id}/voorzieningen", "werkconsulent")["voorzieningen"]
    per_code = {kans["code"]: kans for kans in kansen}
    assert per_code["proefplaatsing"]["uitkomst"] != "mag_niet"
    assert per_code["werkervaringsplaats"]["uitkomst"] == "mag_niet"
    zonder = dienst.doe("GET", f"/klanten/{ingedeeld(dienst, None)}/voorzieningen", "intaker")["voorzieningen"]
    assert not any(kans["voorgesteld"] for kans in zonder)
    regels = dienst.doe("GET", f"/klanten/{klant_id}/verwerkingen", "fg")["verwerkingen"]
    assert any(regel["handeling"] == "geefKlantvoorzieningen" for regel in regels)
