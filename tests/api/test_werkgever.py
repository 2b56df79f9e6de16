"""Employers over HTTP: found by name, one per KvK-nummer, an IBAN by two people, and the klanten who work there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.sessie import transactie
from app.db.werkgever.werkgever import Vestiging
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.rollen import Rol
from app.services.werkgever.dienstverbanden import dienstverband as feiten_van
from app.services.werkgever.dienstverbanden import dienstverbanden_van
from app.services.werkgever.verdringing import verdringingssignalen
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend, ingedeeld
from tests.steun.werk import handeling
from tests.steun.werkgever import ADRES, DIENSTVERBAND, IBAN, WC, bevestig_iban, dienstverband, werkgever


def gevonden(dienst: Dienst, **vraag: str) -> list[str]:
    lijst = dienst.doe("POST", "/werkgevers/_zoek", "beleidsmedewerker", vraag)["werkgevers"]
    return [regel["naam"] for regel in lijst]


def veldfouten(antwoord: Any) -> list[str]:
    return sorted(fout["veld"] for fout in antwoord.json()["fouten"])


def test_een_werkgever_van_registratie_tot_samenvoegen(dienst: Dienst) -> None:
    accountmanager = str(medewerker_id(WC))
    een = werkgever(dienst, accountmanagerId=accountmanager, sbi="10.71", sector="Ambachtelijke bakkerij")
    ander = werkgever(dienst, "90004761", "De Vriès Bakkerijen")
    assert gevonden(dienst, naam="bakk") == ["Bakkerij Voorbeeld B.V.", "De Vriès Bakkerijen"]
    assert gevonden(dienst, naam="vries bak") == ["De Vriès Bakkerijen"]
    assert gevonden(dienst, kvkNummer="90004760") == ["Bakkerij Voorbeeld B.V."]
    assert gevonden(dienst, kvkNummer="90004769") == gevonden(dienst, naam="slager") == []
    assert veldfouten(dienst.roep("POST", "/werkgevers/_zoek", WC, {"naam": "%"})) == ["naam"]

    dubbel = dienst.roep("POST", "/werkgevers", WC, {"kvkNummer": "90004760", "naam": "Bakkerij"})
    assert dubbel.json()["code"] == "werkgever_bestaat"
    mis = {"kvkNummer": "123", "naam": "", "sbi": "x", "accountmanagerId": "y"}
    slecht = dienst.roep("POST", "/werkgevers", WC, mis)
    assert veldfouten(slecht) == ["accountmanagerId", "kvkNummer", "naam", "sbi"]
    onbekend = dienst.roep("PATCH", f"/werkgevers/{een['id']}", WC, {"accountmanagerId": een["id"]}, versie=1)
    assert veldfouten(onbekend) == ["accountmanagerId"]

    eigen = f"/werkgevers/{een['id']}"
    leeg = dienst.roep("PATCH", eigen, WC, {"naam": None}, versie=een["versie"])
    assert veldfouten(leeg) == ["naam"]
    bezet = dienst.roep("PATCH", eigen, WC, {"kvkNummer": "90004761"}, versie=een["versie"])
    assert bezet.json()["code"] == "werkgever_bestaat"
    nieuw = dienst.doe(
        "PATCH", eigen, WC, {"naam": "Brood van Voorbeeld", "kvkNummer": "90004760"}, versie=een["versie"]
    )
    assert gevonden(dienst, naam="bakkerij voor") == gevonden(dienst, naam="brood") == ["Brood van Voorbeeld"]

    contact = {"naam": "R. Jansen", "functie": "bedrijfsleider", "vestigingId": nieuw["vestigingen"][0]["id"]}
    vreemd = dienst.roep("POST", f"/werkgevers/{ander['id']}/contacten", WC, contact)
    assert veldfouten(vreemd) == ["vestigingId"]
    met = dienst.doe("POST", f"{eigen}/contacten", WC, contact)
    persoon = met["contacten"][0]
    weg = {"actief": False}
    na = dienst.doe("PATCH", f"/werkgevercontacten/{persoon['id']}", WC, weg, versie=persoon["versie"])
    assert [c["actief"] for c in na["contacten"]] == [False]

    plek = na["vestigingen"][0]
    weer = dienst.roep(
        "POST",
        f"{eigen}/vestigingen",
        WC,
        {"vestigingsnummer": plek["vestigingsnummer"], "naam": "Bij", "adres": ADRES},
    )
    assert weer.json()["code"] == "vestiging_bestaat"
    straat = {"adres": ADRES | {"straat": "Anderestraat"}, "naam": "Hoofdwinkel"}
    na = dienst.doe("PATCH", f"/vestigingen/{plek['id']}", WC, straat, versie=plek["versie"])
    assert na["vestigingen"][0]["adres"]["straat"] == "Anderestraat"
    verouderd = dienst.roep("PATCH", f"/vestigingen/{plek['id']}", WC, {"naam": "Oud"}, versie=plek["versie"])
    assert verouderd.status_code == 412

    samen = {"reden": "Deze werkgever stond er dubbel in.", "opgegaanIn": een["id"]}
    zelf = dienst.roep("POST", f"{eigen}/beeindigingen", WC, samen, versie=na["versie"])
    assert veldfouten(zelf) == ["opgegaanIn"]
    samen["opgegaanIn"] = ander["id"]
    klaar = dienst.doe("POST", f"{eigen}/beeindigingen", WC, samen, versie=na["versie"])
    assert (klaar["stand"], klaar["opgegaanIn"], klaar["vestigingen"]) == ("opgegaan", ander["id"], [])
    blijft = dienst.doe("GET", f"/werkgevers/{ander['id']}", "fg")
    assert sorted(v["naam"] for v in blijft["vestigingen"]) == ["Hoofdwinkel", "Winkel Deventer"]
    assert [c["functie"] for c in blijft["contacten"]] == ["bedrijfsleider"]
    assert (
        dienst.roep("PATCH", eigen, WC, {"sector": "x"}, versie=klaar["versie"]).json()["code"] == "werkgever_beeindigd"
    )
    reden = {"reden": "De werkgever bestaat toch zelf."}
    terug = dienst.doe("POST", f"{eigen}/heropeningen", WC, reden, versie=klaar["versie"])
    assert (terug["stand"], terug["opgegaanIn"]) == ("actief", None)
    assert terug["redenHeropening"] == reden["reden"]
    dienst.ronde()
    gebeurd = dienst.doe("GET", "/gebeurtenissen?aantal=100", "koppeling")["gebeurtenissen"]
    assert "werkgever.heropend" in str(gebeurd)
    assert not [een for een in gebeurd if reden["reden"] in str(een)], "geen vrije tekst in een gebeurtenis"
    nog = dienst.roep("POST", f"{eigen}/heropeningen", WC, reden, versie=terug["versie"])
    assert nog.json()["code"] == "werkgever_actief"


def test_een_rekeningnummer_vraagt_twee_personen(dienst: Dienst, database_url: str) -> None:
    rij = werkgever(dienst)
    pad = f"/werkgevers/{rij['id']}/ibanwijzigingen"
    voorstel = {"iban": "NL91 ABNA 0417 1643 01", "tenaamstelling": "Bakkerij", "bron": "mail"}
    assert veldfouten(dienst.roep("POST", pad, "administratie", voorstel)) == ["iban"]
    voorstel["iban"] = IBAN
    na = dienst.doe("POST", pad, "administratie", voorstel)
    assert (na["iban"], na["ibanInControle"]) == (None, True)
    assert dienst.roep("POST", pad, "administratie", voorstel).json()["code"] == "ibanwijziging_open"
    [taak] = rijen(database_url, "SELECT rol, status, wat FROM taak WHERE soort = 'werkgever_iban_controleren'")
    assert taak[:2] == ("administratie", "open")
    assert "NL91" not in taak[2]

    assert dienst.roep("GET", pad, WC).status_code == 403
    nummer = dienst.doe("GET", pad, "administratie")["ibanwijzigingen"][0]
    oordeel = {"akkoord": True, "controle": "teruggebeld", "bevinding": "Gebeld op het bekende nummer."}
    zelf = dienst.roep("POST", f"/ibanwijzigingen/{nummer['id']}/beoordelingen", "administratie", oordeel)
    assert zelf.json()["code"] == "tweede_persoon_nodig"
    assert zelf.json()["toetsen"][0]["voorwaarde"] == "tweede_persoon"
    pad_oordeel = f"/ibanwijzigingen/{nummer['id']}/beoordelingen"
    goed = dienst.doe("POST", pad_oordeel, "administratie", oordeel, nummer=2)
    assert (goed["iban"], goed["ibanInControle"], goed["tenaamstelling"]) == ("NL91 … 4300", False, "Bakkerij")
    nog = dienst.roep("POST", pad_oordeel, "administratie", oordeel, nummer=2)
    assert nog.json()["code"] == "ibanwijziging_beoordeeld"

    tweede = dienst.doe("POST", pad, WC, voorstel | {"iban": "DE89 3704 0044 0532 0130 00"})
    assert tweede["iban"] == "NL91 … 4300", "het oude nummer blijft tot het nieuwe is nagegaan"
    nummer = dienst.doe("GET", pad, "administratie")["ibanwijzigingen"][0]
    dienst.doe("POST", f"/ibanwijzigingen/{nummer['id']}/beoordelingen", "teamleider", oordeel | {"akkoord": False})
    beeld = dienst.doe("GET", pad, "administratie")
    assert (beeld["iban"], [w["stand"] for w in beeld["ibanwijzigingen"]]) == (
        "NL91ABNA0417164300",
        ["afgewezen", "bevestigd"],
    )
    assert rijen(database_url, "SELECT count(*) FROM taak WHERE status = 'open'") == [(0,)]
    assert rijen(database_url, "SELECT count(*) FROM gebeurtenis WHERE inhoud::text LIKE '%NL91%'") == [(0,)]


@pytest.mark.regel("DEV-PRF-905")
def test_intentie_van_verklaring_tot_uitkomst(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    rij = werkgever(dienst)
    contact = {"naam": "R. Jansen", "functie": "bedrijfsleider"}
    rij = dienst.doe("POST", f"/werkgevers/{rij['id']}/contacten", WC, contact)
    plek = rij["vestigingen"][0]["id"]
    pad = f"/klanten/{klant_id}/intentieverklaringen"
    opdracht = {"vestigingId": plek, "functie": "bakker", "vorm": "mondeling"}
    assert veldfouten(dienst.roep("POST", pad, WC, opdracht)) == ["contactfunctie"]
    opdracht["contactId"] = rij["contacten"][0]["id"]
    assert veldfouten(dienst.roep("POST", pad, WC, opdracht | {"datum": "2026-04-01"})) == ["datum"]
    assert veldfouten(dienst.roep("POST", pad, WC, opdracht | {"vestigingId": klant_id})) == ["vestigingId"]
    assert veldfouten(dienst.roep("POST", pad, WC, opdracht | {"contactId": klant_id})) == ["contactId"]

    def overgenomen() -> bool:
        """Tell whether what the employer stated does not have to be typed again with the voorziening."""
        vraag = {"klantId": klant_id, "vestigingId": plek, "code": "proefplaatsing"}
        [kans] = dienst.doe("POST", "/voorzieningstoetsen", WC, vraag)["voorzieningen"]
        [toets] = [toets for toets in kans["toetsen"] if toets["voorwaarde"] == "gegeven_intentie_op"]
        return bool(toets["uitkomst"] == "voldaan")

    assert not overgenomen()
    eerste = dienst.doe("POST", pad, WC, opdracht)
    assert (eerste["contactfunctie"], eerste["stand"], overgenomen()) == ("bedrijfsleider", "geldt", True)
    eigen = f"/intentieverklaringen/{eerste['id']}"
    weg = {"reden": "De werkgever heeft toch geen plek."}
    assert dienst.roep("POST", f"{eigen}/intrekkingen", WC, weg, versie=9).status_code == 412
    dienst.doe("POST", f"{eigen}/intrekkingen", WC, weg, versie=eerste["versie"])
    assert not overgenomen()
    dicht = dienst.roep("POST", f"{eigen}/uitkomsten", WC, {"contract": True}, versie=eerste["versie"] + 1)
    assert dicht.json()["code"] == "intentie_ingetrokken"

    tweede = dienst.doe("POST", pad, WC, opdracht | {"contactfunctie": "eigenaar"})
    uitkomst = f"/intentieverklaringen/{tweede['id']}/uitkomsten"
    zonder = dienst.roep("POST", uitkomst, WC, {"contract": False}, versie=tweede["versie"])
    assert veldfouten(zonder) == ["reden"]
    mis = {"contract": False, "reden": "De werkgever had geen werk meer."}
    na = dienst.doe("POST", uitkomst, WC, mis, versie=tweede["versie"])
    assert (na["stand"], na["contactfunctie"]) == ("geen_contract", "eigenaar")
    assert dienst.doe("POST", uitkomst, WC, {"contract": True}, versie=na["versie"])["stand"] == "contract"
    lijst = dienst.doe("GET", pad, "fg")["intentieverklaringen"]
    assert [v["stand"] for v in lijst] == ["ingetrokken", "contract"]


@pytest.mark.regel("DEV-VRZ-916")
def test_dienstverband_met_voorwaarden_en_een_einde_door_afvloeiing(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    plek = werkgever(dienst)["vestigingen"][0]
    pad = f"/klanten/{klant_id}/dienstverbanden"
    fout = DIENSTVERBAND | {"vestigingId": plek["id"], "tot": "2026-04-01", "urenPerWeek": "40"}
    assert veldfouten(dienst.roep("POST", pad, WC, fout)) == ["tot", "urenPerWeek"]
    eerste = dienstverband(dienst, klant_id, plek["id"])
    eigen = f"/dienstverbanden/{eerste['id']}"

    meer = {"vanaf": "2026-07-01", "urenPerWeek": "30", "voltijdUrenPerWeek": "38", "brutoloon": 194_000}
    buiten = dienst.roep("POST", f"{eigen}/voorwaarden", WC, meer | {"vanaf": "2026-10-01", "urenPerWeek": "39"})
    assert veldfouten(buiten) == ["urenPerWeek", "vanaf"]
    dienst.doe("POST", f"{eigen}/voorwaarden", WC, meer)
    beter = dienst.doe(
        "POST", f"{eigen}/voorwaarden", WC, meer | {"urenPerWeek": "32", "reden": "Typefout in de uren."}
    )
    assert [(v["vanaf"], v["urenPerWeek"]) for v in beter["voorwaarden"]] == [
        ("2026-04-01", "24.00"),
        ("2026-07-01", "32.00"),
    ]

    leeg = dienst.roep("PATCH", eigen, WC, {"tot": None}, versie=beter["versie"])
    assert veldfouten(leeg) == ["tot"]
    na = dienst.doe("PATCH", eigen, WC, {"tot": "2026-12-01", "functie": "bakker"}, versie=beter["versie"])
    assert (na["tot"], na["functie"]) == ("2026-12-01", "bakker")
    einde = {"tot": "2026-05-01", "reden": "afvloeiing", "toelichting": "De winkel sloot een afdeling."}
    na = dienst.doe("POST", f"{eigen}/beeindigingen", WC, einde, versie=na["versie"])
    assert (na["tot"], na["eindeReden"]) == ("2026-05-01", "afvloeiing")
    vast = dienst.roep("PATCH", eigen, WC, {"tot": "2026-12-01"}, versie=na["versie"])
    assert vast.json()["code"] == "dienstverband_beeindigd"

    signaal = f"/vestigingen/{plek['id']}/verdringing"
    assert dienst.doe("GET", signaal, WC)["afvloeiingen"] == 0, "het einde ligt nog in de toekomst"
    dienst.zet_klok("2026-05-01T09:00:00+02:00")
    # Who may not read the klant sees that it happened, not whom it was about.
    gezien = dienst.doe("GET", signaal, "participatiemakelaar")
    assert gezien == {"afvloeiingen": 1, "laatste": "2026-05-01", "vanaf": "2025-05-01"}
    makelaar = handelend(Rol.PARTICIPATIEMAKELAAR)
    with transactie(dienst.state.sessies, makelaar) as sessie:
        h = handeling(dienst, sessie, makelaar)
        [toets] = verdringingssignalen(h, UUID(plek["id"]), h.vandaag)
        assert toets.feiten["afvloeiingen"] == 1
        assert verdringingssignalen(h, None, h.vandaag) == ()
        with pytest.raises(NietGevonden):
            feiten_van(h, UUID(eerste["id"]))

    vraag = {"klantId": klant_id, "vestigingId": plek["id"]}
    for code, getoond in (("werkervaringsplaats", ["geen_recente_afvloeiing"]), ("scholing", [])):
        [kans] = dienst.doe("POST", "/voorzieningstoetsen", WC, vraag | {"code": code})["voorzieningen"]
        assert [t["voorwaarde"] for t in kans["signalen"] if "afvloeiing" in t["voorwaarde"]] == getoond

    actor = handelend(Rol.INKOMENSCONSULENT)
    with transactie(dienst.state.sessies, actor) as sessie:
        h = handeling(dienst, sessie, actor)
        feiten = feiten_van(h, UUID(eerste["id"]))
        assert feiten.werkgever_id == sessie.get_one(Vestiging, UUID(plek["id"])).werkgever_id
        assert [v.uren_per_week for v in feiten.voorwaarden] == [24, 32]
        assert dienstverbanden_van(h, UUID(klant_id)) == (feiten,)

    weg = {"reden": "Dit dienstverband is van een andere klant."}
    dienst.doe("POST", f"{eigen}/intrekkingen", WC, weg, versie=na["versie"])
    assert dienst.doe("GET", signaal, WC)["afvloeiingen"] == 0
    nog = dienst.roep("POST", f"{eigen}/intrekkingen", WC, weg, versie=na["versie"] + 1)
    assert nog.json()["code"] == "dienstverband_ingetrokken"
    [beeld] = dienst.doe("GET", pad, "teamleider")["dienstverbanden"]
    assert beeld["redenIntrekking"] == weg["reden"]
    sluit = dienst.doe("PATCH", f"/vestigingen/{plek['id']}", WC, {"actief": False}, versie=plek["versie"])
    assert not sluit["vestigingen"][0]["actief"]
    dicht = dienst.roep("POST", pad, WC, DIENSTVERBAND | {"vestigingId": plek["id"]})
    assert veldfouten(dicht) == ["vestigingId"]


def test_het_zoeken_gaat_langs_de_index(dienst: Dienst, database_url: str) -> None:
    """With row-level security only comparisons that leak nothing may use an index; a name is found by such ones."""
    bevestig_iban(dienst, werkgever(dienst)["id"])
    plan = """EXPLAIN SELECT werkgever_id FROM werkgeverwoord
              WHERE organisatie = 'deventer' AND woord >= 'bakk' AND woord < 'bakk~'"""
    with dienst.state.engine.begin() as verbinding:
        verbinding.exec_driver_sql("SET LOCAL enable_seqscan = off")
        verbinding.exec_driver_sql("SELECT set_config('iom.organisatie', 'deventer', true)")
        regels = "\n".join(rij[0] for rij in verbinding.exec_driver_sql(plan))
    [voorwaarde] = [regel for regel in regels.splitlines() if "Index Cond" in regel]
    assert "woord >= 'bakk'" in voorwaarde, regels
    assert "woord < 'bakk~'" in voorwaarde, regels


def test_een_werkgever_die_eindigt_laat_geen_rekeningnummer_open(dienst: Dienst) -> None:
    rij = werkgever(dienst)
    pad = f"/werkgevers/{rij['id']}"
    voorstel = {"iban": IBAN, "tenaamstelling": "Bakkerij", "bron": "mail"}
    dienst.doe("POST", f"{pad}/ibanwijzigingen", "administratie", voorstel)
    nu = dienst.doe("GET", pad, WC)
    assert nu["ibanInControle"]
    eind = dienst.doe("POST", f"{pad}/beeindigingen", WC, {"reden": "Het bedrijf stopt."}, versie=nu["versie"])
    assert (eind["iban"], eind["ibanInControle"]) == (None, False)
    werk = dienst.doe("GET", "/taken", "administratie")["taken"]
    assert [taak for taak in werk if taak["soort"] == "werkgever_iban_controleren"] == []
