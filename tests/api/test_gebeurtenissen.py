"""The feed over HTTP: ordered, as NLgov CloudEvents, without personal data."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.services.vastleggen import leg_vast
from tests.steun.dienst import Dienst
from tests.steun.handelen import als, bied_mutatie_aan
from tests.steun.klanten import ingedeeld, rij

# NLgov profile: lower case and digits, at most twenty characters.
ATTRIBUUT = re.compile(r"[a-z0-9]{1,20}")


def test_een_gebeurtenis_is_een_cloudevent(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    dienst.ronde()
    antwoord = dienst.roep("GET", "/gebeurtenissen", Rol.KOPPELING)
    assert antwoord.headers["content-type"] == "application/json"
    [eerste] = antwoord.json()["gebeurtenissen"]
    assert eerste | {"id": "", "data": eerste["data"] | {"onderwerpId": ""}} == {
        "id": "",
        "source": "urn:nld:oin:00000000000000000000:systeem:inzet-op-maat",
        "specversion": "1.0",
        "type": "nl.inzet-op-maat.klant.geregistreerd.v1",
        "time": "2026-03-31T07:00:00Z",
        "subject": klant_id,
        "sequence": "1",
        "datacontenttype": "application/json",
        "data": {"onderwerpId": "", "volgnr": 1, "inhoud": {"gemeente": "GM0150"}},
    }
    assert all(ATTRIBUUT.fullmatch(naam) for naam in eerste)
    assert eerste["data"]["onderwerpId"] == klant_id


def test_de_feed_loopt_op_en_gaat_verder_waar_de_lezer_was(dienst: Dienst) -> None:
    assert dienst.doe("GET", "/gebeurtenissen", Rol.KOPPELING) == {"gebeurtenissen": [], "volgende": None}
    for _ in range(3):
        bied_mutatie_aan(dienst, ingedeeld(dienst, "matchen"))
    gelezen, na = [], ""
    while bladzijde := dienst.doe("GET", f"/gebeurtenissen?aantal=2{na}", Rol.ADMINISTRATIE):
        gelezen += [int(regel["sequence"]) for regel in bladzijde["gebeurtenissen"]]
        na = f"&na={bladzijde['volgende']}"
        if not bladzijde["gebeurtenissen"]:
            break
    assert gelezen == [1, 2, 3, 4, 5, 6]
    bied_mutatie_aan(dienst, ingedeeld(dienst, "matchen"))
    later = dienst.doe("GET", f"/gebeurtenissen?aantal=100{na}", Rol.ADMINISTRATIE)["gebeurtenissen"]
    assert [regel["sequence"] for regel in later] == ["7", "8"]


def test_wat_nog_niet_is_afgeleverd_staat_er_niet_in(dienst: Dienst) -> None:
    ingedeeld(dienst, "matchen")
    assert dienst.doe("GET", "/gebeurtenissen", Rol.FG)["gebeurtenissen"] == []


def test_er_staan_geen_persoonsgegevens_in_de_feed(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    bied_mutatie_aan(dienst, klant_id)
    [mutatie] = dienst.doe("GET", "/mutaties", Rol.KOPPELING)["mutaties"]
    kenmerk = {"externKenmerk": "dossier J. Jansen"}
    dienst.doe("POST", f"/mutaties/{mutatie['id']}/bevestigingen", Rol.KOPPELING, kenmerk)
    dienst.ronde()
    tekst = dienst.roep("GET", "/gebeurtenissen", Rol.KOPPELING).text
    klant = rij(dienst, klant_id)
    for geheim in (klant.bsn, klant.achternaam, klant.voornamen, str(klant.geboortedatum), klant.telefoon, "Jansen"):
        assert str(geheim) not in tekst


@pytest.mark.parametrize(
    ("rol", "status"),
    [
        pytest.param(Rol.KOPPELING, 200, id="koppeling"),
        pytest.param(Rol.FG, 200, id="fg"),
        pytest.param(Rol.WERKCONSULENT, 403, id="consulent"),
    ],
)
def test_wie_de_feed_mag_lezen(dienst: Dienst, rol: Rol, status: int) -> None:
    assert dienst.roep("GET", "/gebeurtenissen", rol).status_code == status


def test_een_gebeurtenis_zonder_klant_heeft_geen_subject_en_blijft_in_de_eigen_organisatie(dienst: Dienst) -> None:
    inrichting = {"naam": "N. Nieuw", "rollen": ["intaker"]}
    pad = "/medewerkers/0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"
    dienst.doe("PUT", pad, Rol.BEHEERDER, inrichting, versie=0)
    dienst.ronde()
    [regel] = dienst.doe("GET", "/gebeurtenissen", Rol.KOPPELING)["gebeurtenissen"]
    assert (regel["subject"], regel["type"]) == (None, "nl.inzet-op-maat.medewerker.ingericht.v1")
    assert dienst.doe("GET", "/gebeurtenissen", Rol.KOPPELING, organisatie="weert")["gebeurtenissen"] == []


def _mislukt(dienst: Dienst, klant_id: str) -> None:
    with als(dienst, Rol.INTAKER) as h:
        klant = h.klant(UUID(klant_id))
        leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {})
        raise RuntimeError("stuk")


def test_een_mislukte_handeling_laat_geen_gat_in_de_feed(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    with pytest.raises(RuntimeError, match="stuk"):
        _mislukt(dienst, klant_id)
    bied_mutatie_aan(dienst, klant_id)
    regels = dienst.doe("GET", "/gebeurtenissen", Rol.KOPPELING)["gebeurtenissen"]
    assert [(regel["sequence"], regel["data"]["volgnr"]) for regel in regels] == [("1", 1), ("2", 2)]
