"""No-shows and blokkering over HTTP: a situation per chain, the ladder of Zorgen, corrections, and coming after all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.test_afspraak_gesprek import keten, maak, uitkomst
from tests.api.test_blokkering import blokkeer, hef_op, overzicht, poging
from tests.steun.afspraak import eigen_taken, gemeld, lijst, tweede_no_show
from tests.steun.dienst import Dienst
from tests.steun.klanten import taken

IC = "inkomensconsulent"
FAMILIE = {"stap": "netwerk_bewindvoerder_familie", "derde": "familie", "toelichting": "Zus gebeld."}


def van_klant(dienst: Dienst, klant: str) -> Any:
    return overzicht(dienst, klant)["situaties"][0]


@pytest.mark.regel("DEV-NOS-501", "DEV-BLK-501", "DEV-BLK-507")
def test_faciliteren_tweede_keer_niet_bij_de_kick_off(dienst: Dienst) -> None:
    eerste, tweede, klant = tweede_no_show(dienst, "faciliteren")
    zaak = van_klant(dienst, klant)
    assert (zaak["soort"], zaak["automatisch"], zaak["noShows"], zaak["pad"], zaak["magBlokkeren"]) == (
        "geen_reactie_uitnodiging",
        True,
        2,
        "regulier",
        True,
    )
    assert {"no_show_blokkeren", "no_show_rechtmatigheidsonderzoek"} <= eigen_taken(dienst, klant)
    blok = blokkeer(dienst, klant, situatieId=zaak["id"]).json()
    assert "no_show_blokkeren" not in eigen_taken(dienst, klant)
    nu = dienst.doe("GET", f"/bijeenkomsten/{tweede['id']}", "administratie")
    pad = f"/bijeenkomsten/{tweede['id']}/presentielijst"
    correctie = {"deelnemers": [{"klantId": klant, "uitkomst": "verschenen"}]}
    vast = dienst.roep("PUT", pad, "administratie", correctie, versie=nu["versie"])
    assert vast.json()["code"] == "eerst_blokkering_opheffen"
    assert hef_op(dienst, blok, "vergissing").status_code == 201
    lijst(dienst, tweede, **{klant: "verschenen"})
    assert van_klant(dienst, klant)["status"] == "ingetrokken"
    lijst(dienst, tweede, **{klant: "niet_verschenen"})
    assert (van_klant(dienst, klant)["status"], van_klant(dienst, klant)["noShows"]) == ("open", 2)
    lijst(dienst, eerste, **{klant: "verschenen"})
    assert [rij["status"] for rij in overzicht(dienst, klant)["situaties"]] == ["ingetrokken"]


@pytest.mark.regel("DEV-NOS-502", "DEV-NOS-503")
@pytest.mark.parametrize("soort", ["kennismakingsgesprek", "doelmatigheidsgesprek"])
def test_faciliteren_tweede_keer_niet_bij_een_gesprek(dienst: Dienst, soort: str) -> None:
    klant = gemeld(dienst, "faciliteren")
    keten(dienst, klant, soort, 1)
    assert overzicht(dienst, klant)["situaties"] == []
    afspraak = maak(dienst, klant, soort, "2026-05-12T10:00:00+02:00", kanaal="huisbezoek")
    dienst.zet_klok("2026-05-12T13:00:00+02:00")
    uitkomst(dienst, afspraak, "niet_verschenen")
    zaak = van_klant(dienst, klant)
    assert (zaak["soort"], zaak["noShows"]) == ("niet_thuis_gepland_huisbezoek", 2)
    assert "no_show_rechtmatigheidsonderzoek" in eigen_taken(dienst, klant)
    assert blokkeer(dienst, klant, situatieId=zaak["id"]).status_code == 201


@pytest.mark.regel("DEV-NOS-504", "DEV-NOS-505", "DEV-BLK-502", "DEV-BLK-503", "DEV-PRV-502")
@pytest.mark.parametrize("soort", ["kennismakingsgesprek", "doelmatigheidsgesprek"])
def test_zorgen_pas_na_twee_keer_en_de_ladder(dienst: Dienst, soort: str) -> None:
    klant = gemeld(dienst, "zorgen")
    keten(dienst, klant, soort, 1)
    zaak = van_klant(dienst, klant)
    assert (zaak["pad"], zaak["noShows"]) == ("contactladder", 1)
    assert poging(dienst, zaak).status_code == 201
    assert [fout["veld"] for fout in poging(dienst, zaak, **FAMILIE | {"derde": None}).json()["fouten"]] == ["derde"]
    assert poging(dienst, zaak, **FAMILIE).status_code == 201
    assert eigen_taken(dienst, klant).isdisjoint({"no_show_bellen", "no_show_netwerk_informeren"})
    te_vroeg = blokkeer(dienst, klant, situatieId=zaak["id"])
    assert [deel["voorwaarde"] for deel in te_vroeg.json()["toetsen"]] == ["tweede_no_show"]
    contacten = dienst.doe("GET", f"/klanten/{klant}/derdencontacten", IC)["contacten"]
    assert [(rij["derde"], rij["gewaarschuwd"], rij["ingetrokkenOp"]) for rij in contacten] == [("familie", True, None)]

    afspraak = maak(dienst, klant, soort, "2026-05-12T10:00:00+02:00")
    dienst.zet_klok("2026-05-12T13:00:00+02:00")
    uitkomst(dienst, afspraak, "niet_verschenen")
    assert (van_klant(dienst, klant)["noShows"], van_klant(dienst, klant)["magBlokkeren"]) == (2, True)
    assert blokkeer(dienst, klant, situatieId=zaak["id"]).status_code == 201
    afspraak = maak(dienst, klant, soort, "2026-06-09T10:00:00+02:00")
    dienst.zet_klok("2026-06-09T13:00:00+02:00")
    uitkomst(dienst, afspraak, "verschenen")
    assert "blokkering_heroverwegen" in {taak.soort for taak in taken(dienst, klant)}


@pytest.mark.regel("DEV-BLK-503")
def test_wie_komt_heeft_weer_contact(dienst: Dienst) -> None:
    klant = gemeld(dienst, "zorgen")
    keten(dienst, klant, "kennismakingsgesprek", 1)
    afspraak = maak(dienst, klant, "kennismakingsgesprek", "2026-05-12T10:00:00+02:00")
    dienst.zet_klok("2026-05-12T13:00:00+02:00")
    gekomen = uitkomst(dienst, afspraak, "verschenen")
    assert [rij["status"] for rij in overzicht(dienst, klant)["situaties"]] == ["contact_hersteld"]
    uitkomst(dienst, gekomen, "niet_verschenen")
    assert [rij["status"] for rij in overzicht(dienst, klant)["situaties"]] == ["contact_hersteld", "open"]


@pytest.mark.regel("DEV-BLK-506", "DEV-KGR-504")
def test_zorg_handhaving_direct_bij_de_eerste(dienst: Dienst) -> None:
    klant = gemeld(dienst, "zorgen", zorg_handhaving=True)
    keten(dienst, klant, "kennismakingsgesprek", 1)
    zaak = van_klant(dienst, klant)
    assert (zaak["pad"], zaak["noShows"], zaak["magBlokkeren"]) == ("zorg_handhaving", 1, True)
    blok = blokkeer(dienst, klant, situatieId=zaak["id"], grond="zorg_handhaving")
    assert blok.status_code == 201
    soorten = {taak.soort for taak in taken(dienst, klant)}
    assert {"fraudesignaal_opvolgen", "sr_informeren"} <= soorten
