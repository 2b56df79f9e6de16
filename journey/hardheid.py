"""Chapter 17: what if, without writing; and a werkervaringsplaats that may last longer because two people say so."""

from __future__ import annotations

from typing import Any

from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from journey.besluiten import rond_af
from journey.leerroute import PETRA
from journey.reis import Reis
from journey.startbaan import AANVRAAG, BAAN, PASSEND, kostenregels
from journey.verteller import datum

DAG, BEGIN, TOT = "2027-05-20", "2027-05-24", "2027-09-20"
Toekenning = dict[str, Any]


def speel(reis: Reis) -> None:
    """Compute what would be, and grant what the rule alone would not allow."""
    reis.verteller.hoofdstuk("17. Wat als, en de hardheidsclausule")
    reis.het_is(f"{DAG}T09:00:00+02:00")
    _wat_als(reis)
    toekenning = _te_lang(reis)
    _hardheid(reis, toekenning)
    _besluit(reis, toekenning)
    _overeenkomst(reis, toekenning)


def _wat_als(reis: Reis) -> None:
    v, consulent, daan = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA), reis.mensen["daan"]
    consulent.zegt("De bakkerij vraagt wat een jaarcontract voor Daan oplevert: uitrekenen, niets vastleggen.")
    voor = _standen(reis)
    baan = {"van": "2027-06-01", "tot": "2028-06-01", "uren": BAAN["urenPerWeek"], "loon": BAAN["brutoloon"]}
    lijst = kostenregels(("extra_begeleiding", "Een jaar begeleiding", 650_000, True))
    vraag: dict[str, Any] = {"gegevens": AANVRAAG | PASSEND | {"kosten": lijst}, "klantId": daan.klant_id}
    uit = consulent.maak("/subsidieberekeningen", vraag | {"dienstverband": baan}, status=200)
    v.feit(uit["formule"])
    v.gelijk("Bij twaalf maanden ten hoogste", euro(uit["totaal"]), "€ 6.000,00")
    v.gelijk("Er is niets geschreven: de stand van het dossier en het budget", _standen(reis), voor)


def _standen(reis: Reis) -> list[Any]:
    consulent, pad = reis.als(Rol.WERKCONSULENT, PETRA), f"/klanten/{reis.mensen['daan'].klant_id}"
    regels = consulent.haal(f"{pad}/tijdlijn", aantal=1)["gebeurtenissen"]
    budget = [(regel["regeling"], regel["versie"]) for regel in consulent.haal("/budgetten", jaar=2027)["budgetten"]]
    return [consulent.haal(f"{pad}/subsidies")["subsidies"], regels[0]["volgnr"], budget]


def _nu(reis: Reis, toekenning: Toekenning) -> Toekenning:
    stand: Toekenning = reis.als(Rol.WERKCONSULENT, PETRA).haal(f"/toekenningen/{toekenning['id']}")
    return stand


def _doe(reis: Reis, toekenning: Toekenning, wat: str, inhoud: dict[str, Any], status: int = 201) -> Any:
    pad, versie = f"/toekenningen/{toekenning['id']}/{wat}", _nu(reis, toekenning)["versie"]
    return reis.als(Rol.WERKCONSULENT, PETRA).maak(pad, inhoud, status=status, versie=versie)


WENS = {"dictum": "toekennen", "motivering": "Daan wil dit graag en kan hier wennen aan werk in een team."}


def _te_lang(reis: Reis) -> Toekenning:
    v, consulent, daan = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA), reis.mensen["daan"]
    consulent.zegt("Een werkervaringsplaats voor Daan. Hij was lang ziek; drie maanden zijn te kort.")
    bijstand = {"soort": "doelgroepcategorie", "datum": DAG, "categorie": "algemene_bijstand"}
    consulent.maak(f"/klanten/{daan.klant_id}/doelgroepfeiten", bijstand)
    gegevens = {"plan": True, "doel": ["specifieke_werkervaring"], "vacature": "geen_vacature"}
    inhoud = {"klantId": daan.klant_id, "code": "werkervaringsplaats", "van": BEGIN, "tot": TOT, "uren": 24}
    toekenning: Toekenning = consulent.maak("/toekenningen", inhoud | {"gegevens": gegevens})
    open_ = _beantwoord(reis, toekenning)
    v.toetsen(open_)
    v.gelijk("Wat overblijft is de duur, op artikel", [t["grondslag"]["artikel"] for t in open_], ["1"])
    return toekenning


def _beantwoord(reis: Reis, toekenning: Toekenning) -> list[Any]:
    """Answer every question as the rule hopes, each with what was discussed; return what is left."""
    while True:
        open_: list[Any] = _doe(reis, toekenning, "besluiten", WENS, status=409)["toetsen"]
        nieuw = {
            toets["voorwaarde"]: {"waarde": toets["feiten"]["verwacht"], "toelichting": "Besproken op 20 mei."}
            for toets in open_
            if toets["uitkomst"] == "onbepaald" and "verwacht" in toets["feiten"]
        }
        if not nieuw:
            return open_
        stand = _nu(reis, toekenning)
        alles = {"antwoorden": stand["antwoorden"] | nieuw}
        reis.als(Rol.WERKCONSULENT, PETRA).wijzig(f"/toekenningen/{toekenning['id']}", alles, stand["versie"])


def _hardheid(reis: Reis, toekenning: Toekenning) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("Ik stel voor van de beleidsregel af te wijken; van de verordening kan dat niet.")
    reden = {"artikel": "1", "lid": "3", "reden": "Daan was zes weken ziek; drie maanden zijn onbillijk kort."}
    verordening = _doe(reis, toekenning, "hardheidsvoorstellen", reden | {"artikel": "4", "lid": "1"}, status=409)
    v.feit(verordening["detail"])
    v.gelijk("Van de verordening", verordening["code"], "hardheid_niet_mogelijk")
    voorstel = _doe(reis, toekenning, "hardheidsvoorstellen", reden)
    nog = _doe(reis, toekenning, "besluiten", WENS, status=409)
    v.gelijk("Met alleen een voorstel kan het nog niet", nog["code"], "niet_gereed")
    pad = f"/hardheidsvoorstellen/{voorstel['hardheid'][0]['id']}/besluiten"
    zelf = consulent.maak(pad, {"akkoord": True}, status=409, versie=voorstel["versie"])
    v.toetsen(zelf["toetsen"])
    v.gelijk("Zelf instemmen kan niet", zelf["toetsen"][0]["voorwaarde"], "hardheid_door_ander")
    reis.als(Rol.TOETSER).zegt("Ik ben het ermee eens.")
    ja = reis.als(Rol.TOETSER).maak(pad, {"akkoord": True}, versie=voorstel["versie"])
    v.gelijk("Het voorstel", ja["hardheid"][0]["akkoord"], True)


def _besluit(reis: Reis, toekenning: Toekenning) -> None:
    v = reis.verteller
    besluit = _doe(reis, toekenning, "besluiten", WENS)
    for zin in besluit["motivering"]:
        v.feit(zin)
    rond_af(reis, besluit, DAG)
    v.gelijk("De werkervaringsplaats is", _nu(reis, toekenning)["stand"], "toegekend")
    stand = reis.als(Rol.TEAMLEIDER).haal("/sturing/hardheidsclausule", van="2027-01-01", tot="2028-01-01")
    [rij] = stand["artikelen"]
    v.gelijk("Dit jaar is afgeweken van artikel", (rij["artikel"], rij["lid"]), ("1", "3"))
    v.gelijk("Hoe vaak blijft verborgen: het aantal is klein", rij["aantal"], None)


def _overeenkomst(reis: Reis, toekenning: Toekenning) -> None:
    v, consulent = reis.verteller, reis.als(Rol.WERKCONSULENT, PETRA)
    consulent.zegt("De overeenkomst heeft verplichte onderdelen; begonnen wordt er pas als ieder heeft getekend.")
    leeg = _doe(reis, toekenning, "overeenkomsten", {"afspraken": {"doel": "Leren werken."}}, status=400)
    for fout in leeg["fouten"]:
        v.feit(fout["melding"])
    afspraken = {"doel": "Leren werken.", "werkzaamheden": "Vakken vullen.", "wijze_van_begeleiding": "Elke week."}
    stuk = _doe(reis, toekenning, "overeenkomsten", {"afspraken": afspraken})["overeenkomsten"][-1]
    pdf = consulent.haal_bestand(f"/brieven/{stuk['briefId']}/inhoud", vorm="pdf")
    v.klopt(f"Zij ligt klaar als PDF van {len(pdf) // 1024} kB", pdf.startswith(b"%PDF"), pdf[:8])
    reis.het_is(f"{BEGIN}T09:00:00+02:00")
    start = {"soort": "start", "datum": BEGIN, "antwoorden": {"arbeidsovereenkomst": {"waarde": False}}}
    for partij in ("klant", "werkgever", "gemeente"):
        vroeg = _doe(reis, toekenning, "feiten", start, status=409)
        v.gelijk("Beginnen kan niet zonder", vroeg["toetsen"][0]["voorwaarde"], "overeenkomst_ondertekend")
        teken = {"partij": partij, "datum": BEGIN, "bewijs": "ZAAK-2027-0524"}
        pad = f"/voorzieningovereenkomsten/{stuk['id']}/ondertekeningen"
        consulent.maak(pad, teken, versie=_nu(reis, toekenning)["versie"])
    begonnen = _doe(reis, toekenning, "feiten", start)
    v.gelijk("De werkervaringsplaats is", begonnen["stand"], "lopend")
    v.feit(f"Zij duurt tot en met {datum(begonnen['uitersteDag'])}.")
