"""A room of the test's own behind the real machinery: writes that go well, are refused, or meet each other half-way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from fastapi import APIRouter, Request
from pydantic import Field
from sqlalchemy import Engine
from starlette.responses import Response
from starlette.testclient import TestClient

from app import main
from app.api.contract import maakt
from app.api.kamers import KAMERS
from app.api.klant.schemas import Klant as KlantUit
from app.api.verzoek import schrijf
from app.db import klant as klanten
from app.db.klant import Klant
from app.domain.kern.fouten import Conflict, Geweigerd, NietBevoegd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import pw
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, Uitkomst
from app.identiteit.sleutels import VasteSleutels
from app.identiteit.uitgever import Ontwikkeluitgever
from app.klok import VasteKlok
from app.opstart import ONTWIKKELUITGEVER
from app.services.handeling import Handeling, Opdracht
from app.services.klant import PersoonOpdracht, vind_of_registreer
from app.services.vastleggen import leg_vast
from app.settings import Modus, Settings
from tests.steun.beleid import vast_register
from tests.steun.dienst import DINSDAG, Dienst, richt_in

TOETS = Toets(
    voorwaarde="hoorplicht",
    uitkomst=Uitkomst.ONBEPAALD,
    grondslag=pw("18", "2"),
    feiten={},
    toelichting="Er is niet gehoord.",
)
FOUTEN = {
    "conflict": Conflict("Dit kan nu niet."),
    "geweigerd": Geweigerd("Een regel staat in de weg.", [TOETS]),
    "niet_bevoegd": NietBevoegd("Dit mag u niet."),
    "niet_gevonden": NietGevonden("Dit is er niet."),
    "ongeldige_invoer": OngeldigeInvoer({"fout": "Zo niet."}),
}


class ProefOpdracht(Opdracht):
    """What the use case does after it has written: wait, fail, or nothing."""

    persoon: PersoonOpdracht | None = None
    wacht: float = Field(default=0, le=2)
    fout: str | None = None
    mutatie: bool = False
    tekst: str = ""


def doe_maar(h: Handeling, opdracht: ProefOpdracht, klant_id: UUID | None = None) -> Klant:
    """Write an event about a klant, found by id, or by BSN without a lock first."""
    if klant_id is None:
        assert opdracht.persoon is not None
        klant, nieuw = vind_of_registreer(h, opdracht.persoon, "GM0150", "persoon.")
    else:
        klant, nieuw = h.klant(klant_id), False
    if not nieuw:
        mutatie = {"soort": "proef", "tekst": opdracht.tekst} if opdracht.mutatie else None
        leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"velden": []}, mutatie)
    h.sessie.flush()
    time.sleep(opdracht.wacht)
    if opdracht.fout is not None:
        raise FOUTEN[opdracht.fout]
    return klant


def lees_dan_schrijf(h: Handeling, opdracht: ProefOpdracht) -> Klant:
    """Read a klant without a lock, dawdle, and write then."""
    assert opdracht.persoon is not None
    bekend = klanten.klant_met_bsn(h.sessie, h.actor, opdracht.persoon.bsn)
    assert bekend is not None
    time.sleep(opdracht.wacht)
    return doe_maar(h, opdracht.model_copy(update={"wacht": 0}), bekend.id)


router = APIRouter(tags=["proef"])
_ROLLEN = (Rol.RECEPTIE, Rol.INTAKER)


@router.post("/proef/klanten", **maakt(KlantUit, "Proef", *_ROLLEN, doel="Proef", plaats="/klanten/{id}"))
def maak_proef(request: Request, opdracht: ProefOpdracht) -> Response:
    """Registreer een klant."""
    return schrijf(request, doe_maar, opdracht)


@router.post("/proef/klanten/{klantId}/regels", **maakt(KlantUit, "Proef", *_ROLLEN, doel="Proef"))
def maak_regel(request: Request, klantId: UUID, opdracht: ProefOpdracht) -> Response:  # noqa: N803
    """Schrijf een regel in het dossier."""
    return schrijf(request, doe_maar, opdracht, klant_id=klantId)


@router.post("/proef/traag", **maakt(KlantUit, "Proef", *_ROLLEN, doel="Proef"))
def maak_traag(request: Request, opdracht: ProefOpdracht) -> Response:
    """Lees eerst, schrijf later."""
    return schrijf(request, lees_dan_schrijf, opdracht)


@pytest.fixture(scope="session")
def _proefclient(_engine: Engine, _uitgever: Ontwikkeluitgever) -> Iterator[TestClient]:
    settings = Settings(modus=Modus.ONTWIKKELING, uitgever=ONTWIKKELUITGEVER)
    sleutels = VasteSleutels(_uitgever.jwks(), ontwikkeling=True)
    klok = VasteKlok(datetime.fromisoformat(DINSDAG))
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(main, "KAMERS", (*KAMERS, router))
        app = main.create_app(settings, _engine, vast_register(), sleutels, klok)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def proef(
    _proefclient: TestClient, _uitgever: Ontwikkeluitgever, _engine: Engine, schone_database: Callable[..., Any]
) -> Dienst:
    """The service with the room of this file, on an empty database."""
    richt_in(_engine)
    klok = _proefclient.app.state.klok  # type: ignore[attr-defined]
    klok.moment = datetime.fromisoformat(DINSDAG)
    return Dienst(_proefclient, _uitgever, klok)


def persoon(dienst: Dienst, **anders: Any) -> dict[str, Any]:
    """A person who was not used before in this test."""
    goed = {"bsn": dienst.nieuw_bsn(), "voornamen": "Sam", "achternaam": "Zandbergen", "geboortedatum": "1990-01-02"}
    return goed | anders
