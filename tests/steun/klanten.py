"""Klanten for tests of later rooms: registered through the use case, indeled directly."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.db.klant import Klant
from app.db.sessie import transactie
from app.db.taak import Taak, Taakstatus
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol
from app.services.handeling import Handeling
from app.services.klant import PersoonOpdracht, vind_of_registreer
from tests.steun.dienst import TEAMS, Dienst, medewerker_id


def handelend(rol: Rol) -> Actor:
    """Make employee number one of Deventer with this role."""
    teams = TEAMS.get(rol, ())
    return Actor(medewerker_id(rol), rol.value, "deventer", ("GM0150",), teams, frozenset({rol}), "test")


def ingedeeld(dienst: Dienst, klantgroep: Klantgroep | str | None, **velden: Any) -> str:
    """Register a klant who is in this klantgroep, with a consulent; ``velden`` replace fields of the row."""
    actor = handelend(Rol.INTAKER)
    persoon = PersoonOpdracht.model_validate(
        {
            "bsn": dienst.nieuw_bsn(),
            "voornamen": "Sam",
            "achternaam": "de Wit",
            "geboortedatum": "1990-01-02",
            "telefoon": "06 12345678",
            "email": "sam@voorbeeld.example",
            "adres": {"straat": "Voorbeeldstraat", "huisnummer": 12, "postcode": "7411 AB", "woonplaats": "Deventer"},
        }
    )
    with transactie(dienst.state.sessies, actor) as sessie:
        h = Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c")
        klant, _ = vind_of_registreer(h, persoon, "GM0150", "")
        vast: dict[str, Any] = {
            "klantgroep": Klantgroep(klantgroep) if klantgroep else None,
            "team": str(klantgroep),
            "consulent_id": medewerker_id(Rol.WERKCONSULENT),
            "inkomensconsulent_id": medewerker_id(Rol.INKOMENSCONSULENT),
        }
        for veld, waarde in (vast | velden).items():
            setattr(klant, veld, waarde)
        return str(klant.id)


def rij(dienst: Dienst, klant_id: str) -> Klant:
    """Read the row of a klant."""
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        gevonden = sessie.get(Klant, UUID(klant_id))
        assert gevonden is not None
        return gevonden


def taken(dienst: Dienst, klant_id: str, status: Taakstatus = Taakstatus.OPEN) -> list[Taak]:
    """Read the taken in a dossier with this status that show by now, in the order in which they were made."""
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        vraag = select(Taak).where(Taak.klant_id == UUID(klant_id), Taak.status == status)
        return list(sessie.scalars(vraag.where(Taak.zichtbaar_vanaf <= dienst.klok.nu()).order_by(Taak.id)))
