"""Ordinary voorzieningen while they run: no obligation without a chance of work, and evaluations that ask again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.sessie import transactie
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.rollen import Rol
from app.domain.toekenning.stand import Toekenningstand
from tests.api.test_plan import TEKEN, stel_op
from tests.steun.dienst import Dienst
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend, ingedeeld, taken
from tests.steun.werkgever import WC

JA, NEE = {"waarde": True, "toelichting": "Besproken."}, {"waarde": False, "toelichting": "Besproken."}


def toekenning(dienst: Dienst, klant: str, code: str, **anders: Any) -> Any:
    vast = {"klantId": klant, "code": code, "van": "2026-03-31", "tot": "2026-06-30"}
    return dienst.doe("POST", "/toekenningen", WC, vast | anders)


def zet_stand(dienst: Dienst, rij: Any, stand: Toekenningstand) -> Any:
    """Skip the besluit, which has its own tests."""
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        sessie.get_one(Toekenning, UUID(rij["id"])).stand = stand
    return dienst.doe("GET", f"/toekenningen/{rij['id']}", WC)


def feit(dienst: Dienst, rij: Any, **inhoud: Any) -> Any:
    vers = dienst.doe("GET", f"/toekenningen/{rij['id']}", WC)
    inhoud = {"datum": "2026-03-31"} | inhoud
    return dienst.roep("POST", f"/toekenningen/{rij['id']}/feiten", WC, inhoud, versie=vers["versie"])


@pytest.mark.regel("DEV-VRZ-911", "DEV-VRZ-913")
def test_sociale_activering_zonder_uitzicht_verplicht_tot_niets_en_wordt_geevalueerd(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    gegevens = {"activiteit": "zelfstandig_vrijwilligerswerk", "evalueren_op": "2026-04-10", "verplicht": True}
    rij = toekenning(
        dienst, klant, "sociale_activering", antwoorden={"werk_op_termijn_mogelijk": NEE}, gegevens=gegevens
    )
    plan = stel_op(dienst, klant, verplichtingen=["voorziening_gebruiken"])
    geweigerd = dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", WC, TEKEN)
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == ["activering_verplicht"]
    pad = f"/toekenningen/{rij['id']}"
    dienst.doe("PATCH", pad, WC, {"antwoorden": {"werk_op_termijn_mogelijk": JA}}, versie=rij["versie"])
    assert dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", WC, TEKEN).status_code == 201

    zet_stand(dienst, rij, Toekenningstand.TOEGEKEND)
    assert feit(dienst, rij, soort="start").status_code == 201
    open_ = {taak.soort: taak.uiterste_dag.isoformat() for taak in taken(dienst, klant)}
    assert open_["toekenning_evaluatie"] == "2026-04-10"
    gestart = dienst.doe("GET", pad, WC)["verloop"][-1]["id"]
    weg = {"reden": "Pas volgende week begonnen."}
    nu = dienst.doe("GET", pad, WC)["versie"]
    dienst.doe("POST", f"/toekenningfeiten/{gestart}/intrekkingen", WC, weg, versie=nu)
    assert "toekenning_evaluatie" not in {taak.soort for taak in taken(dienst, klant)}


@pytest.mark.regel("DEV-WEP-906")
def test_de_evaluatie_van_een_werkervaringsplaats_loopt_de_kenmerken_opnieuw_na(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    rij = toekenning(dienst, klant, "werkervaringsplaats")
    zet_stand(dienst, rij, Toekenningstand.LOPEND)
    evaluatie = {"soort": "evaluatie", "toelichting": "De klant leert goed op tijd komen."}
    leeg = feit(dienst, rij, **evaluatie)
    aov = {
        f"aov_{deel}"
        for deel in (
            "bedoeling", "loon", "persoonlijke_arbeid", "gezagsverhouding", "schriftelijk", "feitelijke_invulling"
        )
    }  # fmt: skip
    assert {regel["veld"] for regel in leeg.json()["fouten"]} == {f"antwoorden.{code}" for code in aov}
    goed = feit(dienst, rij, **evaluatie, antwoorden=dict.fromkeys(aov, JA))
    assert goed.status_code == 201
    assert goed.json()["verloop"][-1]["soort"] == "evaluatie"


def test_een_participatieplaats_zet_klaar_wat_de_wet_vraagt(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    rij = toekenning(dienst, klant, "participatieplaats", tot="2027-03-31")
    zet_stand(dienst, rij, Toekenningstand.TOEGEKEND)
    assert feit(dienst, rij, soort="start").status_code == 201
    vraag = "SELECT soort FROM taak WHERE onderwerp_id = %s AND soort LIKE 'participatieplaats_%%' ORDER BY soort"
    assert [soort for (soort,) in rijen(database_url, vraag, rij["id"])] == [
        "participatieplaats_beoordelen", "participatieplaats_premie", "participatieplaats_premie",
        "participatieplaats_scholing",
    ]  # fmt: skip
