"""Kick-offs over HTTP: klanten with a melding and a klantgroep, bijeenkomsten, invitations and presentielijsten."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.klant import Klant
from app.db.sessie import transactie
from app.db.taak import Taakstatus
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import meld, persoon
from tests.steun.klanten import handelend, taken

EERSTE = "2026-04-14T10:00:00+02:00"
TWEEDE = "2026-04-22T10:00:00+02:00"
NA_EERSTE = "2026-04-14T13:00:00+02:00"
NA_TWEEDE = "2026-04-22T13:00:00+02:00"
HERSTEL = {"uitnodiging": "hersteltermijn", "wijzen": ["aangetekend", "regulier"], "kenmerkAangetekend": "3SRRC0001"}
EIGEN = ("no_show_", "kick_off_", "plan_", "maatregel_", "kennismaking_", "afspraak_", "consulent_")


def gemeld(dienst: Dienst, klantgroep: str | None, **velden: Any) -> str:
    """Register a klant through a melding and put the klant in a klantgroep; ``velden`` replace fields of the row."""
    melding = meld(dienst, persoon(dienst, email="sam@voorbeeld.example"))
    klant_id = str(melding["personen"][0]["klantId"])
    vast: dict[str, Any] = {
        "klantgroep": Klantgroep(klantgroep) if klantgroep else None,
        "team": klantgroep,
        "consulent_id": medewerker_id(Rol.WERKCONSULENT),
        "inkomensconsulent_id": medewerker_id(Rol.INKOMENSCONSULENT),
    }
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        klant = sessie.get_one(Klant, UUID(klant_id))
        for veld, waarde in (vast | velden).items():
            setattr(klant, veld, waarde)
    return klant_id


def plan_bijeenkomst(dienst: Dienst, klantgroep: str, begint: str = EERSTE, **anders: Any) -> Any:
    """Plan a bijeenkomst."""
    opdracht = {"gemeente": "GM0150", "klantgroep": klantgroep, "begint": begint, "locatie": "Stadhuis, zaal 2"}
    return dienst.doe("POST", "/bijeenkomsten", "administratie", opdracht | anders)


def nodig_uit(dienst: Dienst, bijeenkomst: Any, *klanten: str, **extra: Any) -> Any:
    """Invite klanten."""
    opdracht = {"deelnemers": [{"klantId": klant} | extra for klant in klanten]}
    return dienst.doe("POST", f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers", "administratie", opdracht)


def lijst(dienst: Dienst, bijeenkomst: Any, **uitkomsten: Any) -> Any:
    """Send the presentielijst with the version that stands now; a reason comes where one is needed."""
    nu = dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", "administratie")
    pad = f"/bijeenkomsten/{bijeenkomst['id']}/presentielijst"
    return dienst.doe("PUT", pad, "administratie", regels(uitkomsten), versie=nu["versie"])


def regels(uitkomsten: dict[str, str]) -> dict[str, Any]:
    """Make the body of a presentielijst of outcomes by klant."""
    met_reden = ("afgemeld", "individueel_vervangen")
    return {
        "deelnemers": [
            {"klantId": klant, "uitkomst": uitkomst} | ({"reden": "Ziek gemeld"} if uitkomst in met_reden else {})
            for klant, uitkomst in uitkomsten.items()
        ]
    }


def afspraak_van(dienst: Dienst, klant_id: str) -> Any:
    """The newest appointment of a klant."""
    return dienst.doe("GET", f"/klanten/{klant_id}/afspraken", "administratie")["afspraken"][0]


def eigen_taken(dienst: Dienst, klant_id: str, status: Taakstatus = Taakstatus.OPEN) -> set[str]:
    """The kinds of taken that these rooms made."""
    return {taak.soort for taak in taken(dienst, klant_id, status) if taak.soort.startswith(EIGEN)}


def soorten(dienst: Dienst, klant_id: str) -> list[str]:
    """The kinds of gebeurtenissen in a dossier, oldest first, from the first invitation on."""
    gebeurtenissen = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "administratie")["gebeurtenissen"]
    namen = [regel["soort"] for regel in reversed(gebeurtenissen)]
    return [naam for naam in namen if not naam.startswith(("klant.", "melding.", "termijn."))]


def no_show(dienst: Dienst, klantgroep: str, klant_id: str | None = None) -> tuple[Any, str]:
    """Let a klant stay away from the first kick-off; return it and the klant."""
    klant_id = klant_id or gemeld(dienst, klantgroep)
    bijeenkomst = plan_bijeenkomst(dienst, klantgroep)
    nodig_uit(dienst, bijeenkomst, klant_id)
    dienst.zet_klok(NA_EERSTE)
    return lijst(dienst, bijeenkomst, **{klant_id: "niet_verschenen"}), klant_id


def tweede_no_show(dienst: Dienst, klantgroep: str, **uitnodiging: Any) -> tuple[Any, Any, str]:
    """Let a klant stay away twice; return both bijeenkomsten and the klant."""
    eerste, klant_id = no_show(dienst, klantgroep)
    tweede = plan_bijeenkomst(dienst, klantgroep, TWEEDE)
    nodig_uit(dienst, tweede, klant_id, **uitnodiging)
    dienst.zet_klok(NA_TWEEDE)
    return eerste, lijst(dienst, tweede, **{klant_id: "niet_verschenen"}), klant_id
