"""Beschut werk over HTTP: through UWV to the besluit, the last place, the waiting list, and what bridges the time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.beschutwerk.plek import Beschutwerkplek
from app.db.klant import Klant
from app.db.sessie import transactie
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from tests.api.test_gelijktijdig import tegelijk
from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import handelend, ingedeeld, taken

WC = Rol.WERKCONSULENT
VANDAAG = "2026-03-31"
BESLUIT = {"motivering": "Het advies past bij wat wij van de klant weten."}
PLEK = {
    "begin": "2026-05-01",
    "uren": 24,
    "dienstbetrekking": "privaatrechtelijk",
    "plaats": "sw_bedrijf",
    "werkgever": "KonnecteD",
}


def zet(dienst: Dienst, pad: str, versie: int, methode: str = "PUT", **inhoud: Any) -> Any:
    return dienst.roep(methode, pad, WC, inhoud, versie=versie)


def lees(dienst: Dienst, zaak: Any) -> Any:
    return dienst.doe("GET", f"/beschutwerkzaken/{zaak['id']}", WC)


def mis(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json().get("toetsen") or ()]


def maak_af(dienst: Dienst, besluit: Any, *, akkoord: bool = True) -> None:
    pad = f"/besluiten/{besluit['id']}"
    reden = {} if akkoord else {"reden": "De motivering is te kort."}
    dienst.doe("POST", f"{pad}/toetsingen", "toetser", {"akkoord": akkoord} | reden)
    if akkoord:
        dienst.doe("POST", f"{pad}/bekendmakingen", "administratie", {"verzondenOp": VANDAAG, "wijze": "post"})


def vastgesteld(dienst: Dienst, groep: str = "faciliteren") -> tuple[str, Any]:
    """A klant with an established need of beschut werk, on request."""
    klant = ingedeeld(dienst, groep, team="matchen")
    opdracht = {"initiatief": "op_verzoek", "groep": "uwv_uitkering"}
    zaak = dienst.doe("POST", f"/klanten/{klant}/beschutwerkzaken", WC, opdracht)
    pad = f"/beschutwerkzaken/{zaak['id']}"
    zaak = zet(dienst, f"{pad}/adviesvraag", zaak["versie"], aanvrager="persoon_zelf").json()
    inhoud = {"datum": VANDAAG, "advies": "beschut_werk", "kenmerk": "UWV-1"}
    zaak = zet(dienst, f"{pad}/advies", zaak["versie"], **inhoud).json()
    maak_af(dienst, zet(dienst, f"{pad}/besluiten", zaak["versie"], "POST", **BESLUIT).json())
    return klant, lees(dienst, zaak)


def stel_voor(dienst: Dienst, zaak: Any, **anders: Any) -> Any:
    na = dienst.doe("POST", f"/beschutwerkzaken/{zaak['id']}/plekken", WC, PLEK | anders)
    return na["plekken"][-1]


@pytest.mark.regel("DEV-BSW-901", "DEV-BSW-904", "DEV-BSW-905", "DEV-BSW-906")
def test_ambtshalve_via_voorselectie_en_uwv_naar_het_besluit(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    pad_klant = f"/klanten/{klant}/beschutwerkzaken"
    zaak = dienst.doe("POST", pad_klant, WC, {"initiatief": "ambtshalve", "groep": "doelgroep"})
    pad = f"/beschutwerkzaken/{zaak['id']}"
    assert zaak["beoordeling"]["uitkomst"] == "voorleggen"
    assert dienst.roep("POST", pad_klant, WC, {"initiatief": "ambtshalve"}).json()["code"] == "zaak_loopt_al"
    assert [taak.soort for taak in taken(dienst, klant)] == ["beschutwerk_voorselectie"]
    reden = "Grote afstand tot werk."
    assert mis(zet(dienst, f"{pad}/voorselectie", zaak["versie"], reden=reden)) == ["voorselectie_grote_afstand"]
    te_vroeg = zet(dienst, f"{pad}/adviesvraag", zaak["versie"], aanvrager="werkgever")
    assert mis(te_vroeg) == ["advies_aanvrager", "voorselectie_gedaan"]
    later = zet(dienst, f"{pad}/advies", zaak["versie"], datum=VANDAAG, advies="beschut_werk", kenmerk="UWV-1")
    assert later.json()["code"] == "advies_niet_gevraagd"
    assert zet(dienst, pad, zaak["versie"], "PATCH", initiatief=None).status_code == 400
    assert zet(dienst, pad, zaak["versie"] + 1, "PATCH", groep="doelgroep").status_code == 412
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        sessie.get_one(Klant, UUID(klant)).klantgroep = Klantgroep.GROEIEN
    morgen = zet(dienst, f"{pad}/voorselectie", zaak["versie"], reden=reden, datum="2026-04-01")
    assert morgen.json()["fouten"][0]["veld"] == "datum"
    zaak = zet(dienst, f"{pad}/voorselectie", zaak["versie"], reden=reden).json()
    zaak = zet(dienst, f"{pad}/adviesvraag", zaak["versie"], aanvrager="college").json()
    assert mis(zet(dienst, f"{pad}/besluiten", zaak["versie"], "POST", **BESLUIT)) == [
        "advies_uwv",
        "alleen_beschut",
    ]
    eerder = zet(dienst, f"{pad}/advies", zaak["versie"], datum="2026-03-30", advies="beschut_werk", kenmerk="U-1")
    assert eerder.json()["fouten"][0]["veld"] == "datum"
    zaak = zet(dienst, f"{pad}/advies", zaak["versie"], datum=VANDAAG, advies="geen_beschut_werk", kenmerk="U-1").json()
    anders = zet(dienst, f"{pad}/besluiten", zaak["versie"], "POST", **BESLUIT, afwijkreden="ander_oordeel")
    assert mis(anders) == ["afwijken_van_advies"]
    leg_vast(dienst, klant, "doelgroepcategorie", categorie="algemene_bijstand", datum=VANDAAG)
    zaak = lees(dienst, zaak)
    assert zaak["beoordeling"]["uitkomst"] == "afwijzen"
    afwijkend = {"afwijkreden": "onzorgvuldige_totstandkoming"}
    besluit = zet(dienst, f"{pad}/besluiten", zaak["versie"], "POST", **BESLUIT, **afwijkend).json()
    assert (besluit["soort"], besluit["dictum"]) == ("beschut_werk", "vaststellen")
    maak_af(dienst, besluit, akkoord=False)
    assert lees(dienst, zaak)["status"] == "open"
    besluit = zet(dienst, f"{pad}/besluiten", lees(dienst, zaak)["versie"], "POST", **BESLUIT).json()
    assert besluit["dictum"] == "afwijzen"
    assert any("bezwaar maken" in zin for zin in besluit["motivering"])
    maak_af(dienst, besluit)
    assert dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True
    zaak = lees(dienst, zaak)
    assert (zaak["status"], zaak["vastgesteldOp"]) == ("afgewezen", None)
    assert taken(dienst, klant) == []
    assert dienst.roep("POST", f"{pad}/plekken", WC, PLEK).json()["toetsen"][0]["voorwaarde"] == (
        "beschut_werk_vastgesteld"
    )
    assert [z["id"] for z in dienst.doe("GET", pad_klant, "fg")["zaken"]] == [zaak["id"]]


@pytest.mark.regel("DEV-BSW-902", "DEV-BSW-903", "DEV-BSW-907")
def test_twee_medewerkers_nemen_niet_allebei_de_laatste_plek(dienst: Dienst, database_url: str) -> None:
    """Two places a year, which three clerks want at the same moment."""
    wachtenden = [vastgesteld(dienst) for _ in range(3)]
    plekken = [stel_voor(dienst, zaak, plaats="gemeente") for _, zaak in wachtenden]
    werk = [
        lambda p=plek: zet(dienst, f"/beschutwerkplekken/{p['id']}/besluiten", p["versie"], "POST", **BESLUIT)
        for plek in plekken
    ]
    antwoorden = tegelijk(*werk)
    assert [antwoord.status_code for antwoord in antwoorden] == [201] * 3
    dicta = [antwoord.json()["dictum"] for antwoord in antwoorden]
    assert sorted(dicta) == ["toekennen", "toekennen", "weigeren"]
    assert aantal(database_url, Beschutwerkplek.__tablename__, "telt") == 2
    wie = dicta.index("weigeren")
    ander = (wie + 1) % 3
    maak_af(dienst, antwoorden[wie].json())
    maak_af(dienst, antwoorden[(wie + 2) % 3].json())

    jaar = dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150", WC)
    assert (jaar["plekken"], jaar["bezet"], jaar["vrij"], jaar["herkomst"]) == (2, 2, 0, "voorbeeld")
    assert [(r["plaats"], r["zaakId"]) for r in jaar["wachtlijst"]] == [(1, wachtenden[wie][1]["id"])]
    assert dienst.roep("GET", "/beschutwerkjaren?gemeente=GM9999", WC).status_code == 400

    # Rejected by the toetser, a place is free again; nobody gets it by itself, and the order is a signal only.
    maak_af(dienst, antwoorden[ander].json(), akkoord=False)
    jaar = dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150&jaar=2026", WC)
    assert (jaar["vrij"], jaar["aantalWachtend"]) == (1, 2)
    volgorde = [regel["zaakId"] for regel in jaar["wachtlijst"]]
    assert volgorde == sorted(volgorde)
    laatste = next(zaak for _, zaak in wachtenden if zaak["id"] == volgorde[1])
    open_ = [plek for plek in lees(dienst, laatste)["plekken"] if plek["status"] == "concept"]
    plek = open_[0] if open_ else stel_voor(dienst, laatste)
    besluit = zet(dienst, f"/beschutwerkplekken/{plek['id']}/besluiten", plek["versie"], "POST", **BESLUIT).json()
    assert besluit["dictum"] == "toekennen"
    vraag = "SELECT beslissing->'volgorde'->'feiten' FROM besluit WHERE id = %s"
    assert rijen(database_url, vraag, besluit["id"]) == [({"eerder_op_lijst": 1},)]

    # Who may not be seen keeps the place in the row.
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        vreemd = sessie.get_one(Klant, UUID(next(k for k, zaak in wachtenden if zaak["id"] != laatste["id"])))
        vreemd.team, vreemd.consulent_id = "elders", None
    jaar = dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150", WC)
    alle = dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150", "fg")
    assert jaar["aantalWachtend"] == alle["aantalWachtend"] == len(alle["wachtlijst"])
    assert str(vreemd.id) not in [regel["klantId"] for regel in jaar["wachtlijst"]]


@pytest.mark.regel("DEV-BSW-902", "DEV-BSW-908", "DEV-BSW-909")
def test_overbruggen_tot_het_werk_begint_en_de_plek_komt_weer_vrij(dienst: Dienst, database_url: str) -> None:
    klant, zaak = vastgesteld(dienst)
    pad = f"/beschutwerkzaken/{zaak['id']}"
    over = f"{pad}/overbruggingen"
    for soort in ("arbeidsmatige_dagbesteding", "scholing"):
        dienst.doe("POST", over, WC, {"soort": soort})
    kort = {"soort": "sociale_activering", "van": "2026-04-01", "tot": "2026-04-01"}
    assert dienst.roep("POST", over, WC, kort).status_code == 400
    na = dienst.doe("POST", over, WC, kort | {"tot": "2026-04-20"})
    assert [rij["buitenKlantgroep"] for rij in na["overbruggingen"]] == [False, True, False]

    plek = stel_voor(dienst, zaak)
    assert dienst.roep("POST", f"{pad}/plekken", WC, PLEK).json()["code"] == "plek_loopt"
    assert dienst.roep("POST", f"{pad}/plekken", WC, PLEK | {"begin": "2026-03-30"}).status_code == 400
    zonder = dienst.roep("POST", f"{pad}/plekken", WC, PLEK | {"vestigingId": zaak["id"]})
    assert zonder.json()["fouten"][0]["veld"] == "vestigingId"
    bij = f"/beschutwerkplekken/{plek['id']}"
    hulp = [{"soort": "uitsplitsing_taken", "omschrijving": "Alleen inpakken."}]
    na = zet(dienst, f"{bij}/aanpassingen", plek["versie"], aanpassingen=hulp).json()
    assert na["plekken"][0]["aanpassingen"] == hulp
    maak_af(dienst, zet(dienst, f"{bij}/besluiten", na["plekken"][0]["versie"], "POST", **BESLUIT).json())
    na = lees(dienst, zaak)
    assert [rij["tot"] for rij in na["overbruggingen"]] == ["2026-05-01", "2026-05-01", "2026-04-20"]
    assert taken(dienst, klant) == []
    langer = f"{over}/{na['overbruggingen'][0]['id']}/beeindigingen"
    einde = {"tot": "2026-05-02", "reden": "Bevalt goed."}
    assert dienst.roep("POST", langer, WC, einde).json()["code"] == "werk_begint"
    assert dienst.roep("POST", langer, WC, einde | {"tot": "2026-03-30"}).status_code == 400
    onbekend = langer.replace(na["overbruggingen"][0]["id"], zaak["id"])
    assert dienst.roep("POST", onbekend, WC, einde).status_code == 404
    dienst.doe("POST", langer, WC, einde | {"tot": "2026-04-15"})
    assert dienst.roep("POST", over, WC, kort | {"van": "2026-05-01", "tot": None}).json()["toetsen"][0][
        "voorwaarde"
    ] == ("werk_nog_niet_begonnen")
    gekort = dienst.doe("POST", over, WC, {"soort": "sociale_activering", "van": "2026-04-20"})["overbruggingen"]
    assert gekort[-1]["tot"] == "2026-05-01"
    dienst.ronde()
    mutaties = "SELECT soort, inhoud->>'van' FROM mutatie ORDER BY nr"
    assert rijen(database_url, mutaties) == [("inkomsten_uit_arbeid", "2026-05-01")]

    # The klant never began: the place is free again and what bridged the time goes on.
    versie = na["plekken"][0]["versie"]
    nu = lees(dienst, zaak)["versie"]
    assert zet(dienst, f"{pad}/beeindigingen", nu, "POST", reden="Weg.").json()["code"] == "plek_loopt"
    te_vroeg = zet(dienst, f"{bij}/beeindigingen", versie, "POST", tot="2026-05-01", reden="Stopt.")
    assert mis(te_vroeg) == ["einde_na_begin"]
    na = zet(dienst, f"{bij}/vervallen", versie, "POST", reden="De klant begon niet.").json()
    assert [rij["tot"] for rij in na["overbruggingen"]] == ["2026-04-15", None, "2026-04-20", None]
    assert dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150", WC)["bezet"] == 0
    versie = na["plekken"][0]["versie"]
    for stap in ("vervallen", "beeindigingen", "besluiten"):
        inhoud = {"besluiten": BESLUIT, "vervallen": {"reden": "Weg."}}.get(
            stap, {"tot": "2026-06-01", "reden": "Weg."}
        )
        assert zet(dienst, f"{bij}/{stap}", versie, "POST", **inhoud).status_code == 409
    assert zet(dienst, f"{bij}/aanpassingen", versie, aanpassingen=[]).status_code == 409

    # A next place ends, counts until then, and the klant waits again.
    plek = stel_voor(dienst, zaak, begin=VANDAAG)
    bij = f"/beschutwerkplekken/{plek['id']}"
    maak_af(dienst, zet(dienst, f"{bij}/besluiten", plek["versie"], "POST", **BESLUIT).json())
    versie = lees(dienst, zaak)["plekken"][1]["versie"]
    na = zet(dienst, f"{bij}/beeindigingen", versie, "POST", tot="2026-04-01", reden="Contract voorbij.").json()
    assert dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150", WC)["bezet"] == 1
    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    jaar = dienst.doe("GET", "/beschutwerkjaren?gemeente=GM0150", WC)
    assert (jaar["bezet"], jaar["aantalWachtend"]) == (0, 1)
    assert [taak.soort for taak in taken(dienst, klant)] == ["beschutwerk_plek_zoeken"]
    na = zet(dienst, f"{pad}/beeindigingen", lees(dienst, zaak)["versie"], "POST", reden="Verhuist.").json()
    assert (na["status"], taken(dienst, klant)) == ("beeindigd", [])
    assert [rij["tot"] for rij in na["overbruggingen"]] == ["2026-03-31", "2026-03-31", "2026-04-01", "2026-04-20"]
    weer = zet(dienst, f"{pad}/beeindigingen", na["versie"], "POST", reden="Verhuist.")
    assert weer.json()["code"] == "zaak_niet_te_beeindigen"
    assert dienst.roep("POST", over, WC, {"soort": "scholing"}).status_code == 409
