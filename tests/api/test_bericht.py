"""Messages over HTTP: who may read them, and what a person does with those that do not go by themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from app.domain.bericht.sjabloon import EIGEN, Sjabloon
from app.domain.kern.rollen import Rol
from app.services.bericht.bezorger import PerKanaal
from app.services.bericht.klaarzetten import zet_klaar
from app.services.ronde import ronde
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld, taken

BEGINT = datetime.fromisoformat("2026-04-02T10:00:00+02:00")
BEVESTIGING = Sjabloon.SCREENING_BEVESTIGING


def zet(dienst: Dienst, klant_id: str, **anders: Any) -> str:
    gegevens = dict.fromkeys(EIGEN[BEVESTIGING]) | {"begint": BEGINT, "consulent": "A. <Bakker>"}
    with als(dienst, Rol.INTAKER) as h:
        klant = h.klant(UUID(klant_id))
        for veld, waarde in anders.items():
            setattr(klant, veld, waarde)
        bericht = zet_klaar(h, klant, BEVESTIGING, gegevens, onderwerp_id=uuid4())
        assert bericht
        return str(bericht.id)


def lees(dienst: Dienst, bericht_id: str) -> Any:
    return dienst.doe("GET", f"/berichten/{bericht_id}", "administratie")


def test_een_brief_van_lijst_tot_verzonden(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    mail, brief = zet(dienst, klant_id), zet(dienst, klant_id, email=None, telefoon=None)
    (regel,) = dienst.doe("GET", "/berichten", "administratie")["berichten"]
    assert (regel["id"], regel["kanaal"], regel["klant"]["naam"]) == (brief, "brief", "Sam de Wit")
    assert "inhoud" not in regel
    eerste = dienst.doe("GET", f"/klanten/{klant_id}/berichten?aantal=1", "receptie")
    tweede = dienst.doe("GET", f"/klanten/{klant_id}/berichten?na={eerste['volgende']}", "receptie")
    assert [lijst["berichten"][0]["id"] for lijst in (eerste, tweede)] == [brief, mail]
    wacht = dienst.doe("GET", "/berichten?status=wachtend&aantal=1", "teamleider")
    rest = dienst.doe("GET", f"/berichten?status=wachtend&na={wacht['volgende']}", "teamleider")
    assert ([w["id"] for w in wacht["berichten"]], rest["berichten"]) == ([mail], [])

    pagina = dienst.roep("GET", f"/berichten/{brief}/brief", "administratie")
    assert pagina.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="nl">' in pagina.text
    assert "<h1>Uw afspraak op donderdag 2 april 2026</h1>" in pagina.text
    assert "A. &lt;Bakker&gt;" in pagina.text
    assert "Retouradres: Postbus 0, 0000 XX Deventer" in pagina.text
    assert "Voorbeeldstraat 12<br>" in pagina.text
    pdf = dienst.roep("GET", f"/berichten/{brief}/brief?vorm=pdf", "administratie")
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")

    pad = f"/berichten/{brief}/verzendingen"
    for dag in ("2026-03-30", "2026-04-01"):
        assert dienst.roep("POST", pad, "administratie", {"verzondenOp": dag}, versie=1).status_code == 400
    klaar = dienst.doe("POST", pad, "administratie", {"verzondenOp": "2026-03-31"}, versie=1)
    assert (klaar["status"], klaar["versie"]) == ("verzonden", 2)
    assert dienst.roep("POST", pad, "administratie", {}, versie=2).json()["code"] == "verkeerde_status"
    assert dienst.roep("POST", pad, "administratie", {}, versie=1).status_code == 412


def test_wat_niet_aankwam_wordt_hersteld_of_ingetrokken(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    eerste, tweede, derde = (zet(dienst, klant_id) for _ in range(3))
    ronde(dienst.state.sessies, dienst.state.register, dienst.klok.nu(), PerKanaal({}))
    mislukt = lees(dienst, eerste)
    assert (mislukt["status"], mislukt["laatsteFout"]) == ("mislukt", "kanaal_niet_ingericht")
    assert len(taken(dienst, klant_id)) == 3
    versie = mislukt["versie"]

    pad = f"/berichten/{eerste}/aanbiedingen"
    assert dienst.roep("POST", pad, "receptie", {"kanaal": "sms"}, versie=versie).status_code == 400
    opnieuw = dienst.doe("POST", pad, "receptie", {}, versie=versie)
    assert (opnieuw["status"], opnieuw["pogingen"], opnieuw["laatsteFout"]) == ("wachtend", 0, None)
    ingetrokken = dienst.doe(
        "POST", f"/berichten/{eerste}/intrekkingen", "receptie", {"reden": "Is gebeld"}, versie=opnieuw["versie"]
    )
    assert (ingetrokken["status"], ingetrokken["reden"]) == ("teruggetrokken", "Is gebeld")

    als_brief = dienst.doe("POST", f"/berichten/{tweede}/aanbiedingen", "receptie", {"kanaal": "brief"}, versie=versie)
    assert (als_brief["status"], als_brief["volgendePoging"]) == ("af_te_drukken", None)
    with als(dienst, Rol.INTAKER) as h:
        h.klant(UUID(klant_id)).email = None
    geweigerd = dienst.roep("POST", f"/berichten/{derde}/aanbiedingen", "receptie", {}, versie=versie)
    assert geweigerd.json()["fouten"][0]["veld"] == "kanaal"
    dienst.doe("POST", f"/berichten/{derde}/verzendingen", "receptie", {}, versie=versie)
    assert taken(dienst, klant_id) == []


def test_alleen_wie_het_dossier_mag_lezen_leest_het_bericht(dienst: Dienst) -> None:
    bericht_id = zet(dienst, ingedeeld(dienst, "zorgen"))
    assert dienst.roep("GET", f"/berichten/{bericht_id}", "werkconsulent", nummer=2).status_code == 404
    assert dienst.roep("GET", f"/berichten/{bericht_id}/brief", "werkconsulent", nummer=2).status_code == 404
    assert lees(dienst, bericht_id)["inhoud"].startswith("Beste Sam de Wit")
