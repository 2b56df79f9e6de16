"""Numbers of the service: which cases count in which quarter, for whom, and what stays hidden over HTTP."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from app.db.sturing.cijfers import Kring
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.sturing.kwartaal import Kwartaal
from app.domain.sturing.stroom import Verblijf
from app.services.sturing import dienstverlening
from tests.steun.agenda import afspraak
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.indeling import deel_in, klaar
from tests.steun.intake import lees, meld, persoon, plan, screen
from tests.steun.kijk import rijen, verbind
from tests.steun.maatregelzaak import adviseer, besluit, maak_bekend, toets, volledig

EERSTE, TWEEDE = Kwartaal(jaar=2026, nummer=1), Kwartaal(jaar=2026, nummer=2)
IC = Rol.INKOMENSCONSULENT


def gevallen(dienst: Dienst, functie: Callable[..., Any], kwartaal: Kwartaal, *teams: str) -> list[Any]:
    with als(dienst, Rol.INTAKER) as h:
        return list(functie(h, Kring(h.actor, teams or None), kwartaal))


def ingedeeld_op(url: str, klant_id: str, dag: str) -> None:
    """Put a klant in Groeien, without the way to it."""
    vast = {"klantgroep": "groeien", "team": "groeien", "motivering": "x", "toetsen": "[]", "beleid_id": "x"}
    vast |= {"organisatie": "deventer", "beleid_sha256": "x", "codeversie": "x", "klant_id": klant_id, "van": dag}
    vast |= {"peildatum": dag, "besloten_op": dag, "eens": "true", "twijfel": "false"}
    vast |= dict.fromkeys(("id", "voorstel_id", "besloten_door"), str(uuid4()))
    with verbind(url) as verbinding:
        verbinding.execute("SET session_replication_role = replica")
        plekken = ", ".join(["%s"] * len(vast))
        verbinding.execute(f"INSERT INTO indeling ({', '.join(vast)}) VALUES ({plekken})".encode(), list(vast.values()))


@pytest.mark.regel("DEV-EVA-002")
def test_elke_servicetermijn_telt_in_het_kwartaal_waarin_zij_afloopt(dienst: Dienst, database_url: str) -> None:
    goed = plan(dienst, meld(dienst, persoon(dienst)), "2026-04-02T10:00:00+02:00")
    slecht = plan(dienst, meld(dienst, persoon(dienst)), "2026-04-02T11:00:00+02:00")
    dienst.zet_klok("2026-04-02T12:00:00+02:00")
    tekst = {"tekst": "De klant zoekt werk en heeft tijdelijk bijstand nodig."}
    for melding in (goed, slecht):
        gehouden = screen(dienst, lees(dienst, melding))
        verslag = f"/screeningen/{gehouden['screeningen'][0]['id']}/verslagen"
        if melding is slecht:
            dienst.zet_klok("2026-04-05T12:00:00+02:00")
        dienst.doe("POST", verslag, IC, tekst, versie=lees(dienst, melding)["versie"])
    te_laat = {"redenAfwijking": "De klant is op vakantie."}
    for melding, moment, reden in ((goed, "13T10", {}), (slecht, "17T13", te_laat)):
        klant = melding["personen"][0]["klantId"]
        maand = "04" if melding is goed else "06"
        afspraak(dienst, klant, "afspraak_inkomen", f"2026-{maand}-{moment}:00:00+02:00", **reden)
    dienst.zet_klok("2026-07-01T09:00:00+02:00")
    geteld = Counter((g.term.value, g.binnen) for g in gevallen(dienst, dienstverlening.termgevallen, TWEEDE))
    assert geteld == {
        ("contact_na_melding", True): 2,
        ("screeningsgesprek", True): 2,
        ("rapportage_screening", True): 1,
        ("rapportage_screening", False): 1,
        ("ambitiegesprek", False): 2,
        ("afspraak_inkomen", True): 1,
        ("afspraak_inkomen", False): 1,
        ("streefdatum_besluit", False): 2,
        ("beslistermijn_aanvraag", False): 2,
    }
    assert gevallen(dienst, dienstverlening.termgevallen, EERSTE) == []
    ingedeeld_op(database_url, goed["personen"][0]["klantId"], "2026-06-30")
    groepen = Counter(g.klantgroep for g in gevallen(dienst, dienstverlening.termgevallen, TWEEDE))
    assert groepen == {None: 7, Klantgroep.GROEIEN: 7}, "ook bij wie op de laatste dag is ingedeeld"
    beeld = dienst.doe("GET", "/sturing/termijnen?jaar=2026&kwartaal=2", "beleidsmedewerker")
    assert {regel["buiten"] for deel in beeld["termijnen"] for regel in deel["regels"]} <= {None, 0}, "te klein"
    assert len(beeld["termijnen"]) == 7
    assert dienst.roep("GET", "/sturing/termijnen?jaar=2026&kwartaal=3", "teamleider").status_code == 400
    assert dienst.roep("GET", "/sturing/termijnen?jaar=2026&kwartaal=2", "werkconsulent").status_code == 403
    vraag = "SELECT count(*) FROM verwerking WHERE handeling = 'geefTermijncijfers' AND uitkomst = 'gelezen'"
    assert rijen(database_url, vraag) == [(1,)]


@pytest.mark.regel("DEV-EVA-001")
def test_stroom_en_handhaving_per_kwartaal_en_team(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    [eerste] = gevallen(dienst, dienstverlening.verblijven, EERSTE)
    assert eerste == Verblijf(begin=None, einde=Klantgroep.MATCHEN, sinds=date(2026, 3, 31))
    [tweede] = gevallen(dienst, dienstverlening.verblijven, TWEEDE)
    assert tweede.begin is Klantgroep.MATCHEN
    assert gevallen(dienst, dienstverlening.verblijven, TWEEDE, "zorgen") == []

    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    fout = besluit(dienst, zaak["id"])
    toets(dienst, fout["id"], akkoord=False, reden="De motivering is te kort.")
    assert gevallen(dienst, dienstverlening.zaakgevallen, TWEEDE) == [], "wat de toetser afkeurde, telt niet"
    dienst.zet_klok("2026-05-26T10:00:00+02:00")
    adviseer(dienst, zaak["id"])
    goed = besluit(dienst, zaak["id"])
    toets(dienst, goed["id"])
    maak_bekend(dienst, goed["id"], "2026-05-26")
    [geval] = gevallen(dienst, dienstverlening.zaakgevallen, TWEEDE)
    assert (geval.gedraging, geval.afloop.value, geval.dagen) == ("pva_niet_meewerken_kick_off", "maatregel", 6)
    assert gevallen(dienst, dienstverlening.zaakgevallen, EERSTE) == []
    dienst.zet_klok("2026-07-01T09:00:00+02:00")
    handhaving = dienst.doe("GET", "/sturing/handhaving?jaar=2026&kwartaal=2", "teamleider")
    assert [(regel["gedraging"], regel["aantal"]) for regel in handhaving["regels"]] == [
        ("pva_niet_meewerken_kick_off", None), (None, None),
    ]  # fmt: skip
    stroom = dienst.doe("GET", "/sturing/klantgroepen?jaar=2026&kwartaal=2", "beleidsmedewerker")
    assert [groep["klantgroep"] for groep in stroom["klantgroepen"]] == [groep.value for groep in Klantgroep]
    assert stroom["klantgroepen"][0]["standEinde"] is None
