"""A policy simulation over many besluiten in a database, as the worker does it."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from datetime import time as dagtijd
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.beleid_bestanden import laad_register
from app.db.beleidspakket import bewaar
from app.db.organisatie import Organisatie
from app.db.sessie import maak_engine, maak_sessies, transactie
from app.db.simulatie.simulatie import Simulatiestaat
from app.domain.beleid.model import Versie
from app.domain.kern.canoniek import canoniek
from app.domain.kern.rollen import Actor, Rol
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.beslissing import Beslissing
from app.domain.maatregel.feiten import ZaakFeiten
from app.domain.maatregel.motivering import Maatregeldictum
from app.services.handeling import Handeling
from app.services.ronde import systeem
from app.services.simulatie.simulaties import BeleidssimulatieOpdracht, bekijk, vraag_aan
from app.services.simulatie.werker import simuleer_verder
from benchmarks.database import verbind, verse_database
from benchmarks.leveringen import bsns

NU = datetime(2026, 4, 1, 9, tzinfo=UTC)
WIE = UUID("00000000-0000-7000-8000-00000000b002")
ACTOR = Actor(WIE, "beleid", "deventer", ("GM0150",), (), frozenset({Rol.BELEIDSMEDEWERKER}), "bench")
VRAAG = {
    "gemeente": "GM0150",
    "van": "2025-01-01",
    "tot": "2026-01-01",
    "wijzigingen": [
        {"veld": "verlaging_procent.2", "waarde": "20"},
        {"veld": "gedragingen.*.lik_op_stuk", "waarde": ["faciliteren"]},
    ],
}
Geval = tuple[tuple[ZaakFeiten, date], Beslissing]


def meet_simulatie(beslissingen: Sequence[Geval], aantal: int) -> dict[str, Any]:
    """Fill a database with so many sent besluiten, simulate, and return the figures; seconds are of the clock."""
    url = verse_database()
    register = laad_register()
    versie = register.geldend(MaatregelBeleid, "GM0150", date(2025, 6, 1))
    genomen = [geval for geval in beslissingen if geval[1].dictum is not Maatregeldictum.VOORLEGGEN]
    _vul(url, versie, genomen, aantal)
    sessies = maak_sessies(maak_engine(url, 4))
    with transactie(sessies, ACTOR) as sessie:
        h = Handeling(sessie, ACTOR, register, NU, "bench", "bench", "bench")
        nummer = vraag_aan(h, BeleidssimulatieOpdracht.model_validate(VRAAG)).id
    werker = systeem(Organisatie(id="deventer", naam="Deventer", gemeenten=["GM0150"]))
    begin, cpu, kinderen = time.perf_counter(), time.process_time(), _kinderen()
    while simuleer_verder(sessies, register, werker, NU):
        pass
    seconden = time.perf_counter() - begin
    with transactie(sessies, ACTOR) as sessie:
        klaar = bekijk(Handeling(sessie, ACTOR, register, NU, "bench", "bench", "bench"), nummer)
    uitkomst = klaar.uitkomst or {}
    return {
        "gevallen": klaar.gevallen,
        "seconden": round(seconden, 1),
        "per_seconde": round(klaar.gevallen / seconden),
        "cpu_werker": round(time.process_time() - cpu, 1),
        "cpu_rekenprocessen": round(_kinderen() - kinderen, 1),
        "anders": uitkomst["samen"]["anders"],
        "klopt": klaar.staat is Simulatiestaat.KLAAR and klaar.gedaan == klaar.gevallen == aantal,
    }


def _kinderen() -> float:
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime


def _vul(url: str, versie: Versie[MaatregelBeleid], genomen: Sequence[Geval], aantal: int) -> None:
    """Put the same besluiten in again and again, for other klanten: three in four have one, the others two."""
    with Session(create_engine(url)) as sessie:
        sessie.add(Organisatie(id="deventer", naam="Deventer", gemeenten=["GM0150"]))
        bewaar(sessie, versie, NU)
        sessie.commit()
    klanten = [uuid7() for _ in range(aantal * 4 // 5)]
    with verbind(url) as verbinding:
        _copy(verbinding, "klant", _KLANT, zip(klanten, bsns(len(klanten)), strict=True))
        nummers = [uuid7() for _ in range(aantal)]
        _copy(verbinding, "besluit", _BESLUIT, (rij for rij, _ in _besluiten(versie, genomen, klanten, nummers)))
        _copy(verbinding, "bekendmaking", _ZENDING, (rij for _, rij in _besluiten(versie, genomen, klanten, nummers)))
        verbinding.execute("VACUUM ANALYZE")
        verbinding.execute("CHECKPOINT")


_VAST: dict[str, Any] = {"organisatie": "deventer"}
_KLANT = ("id", "bsn")
_BESLUIT = (
    "id", "klant_id", "soort", "onderwerp_id", "dictum", "peildatum", "feiten", "beslissing", "beslissing_bytes",
    "beslissing_sha256", "beleid_id", "beleid_sha256", "bronnen", "codeversie", "genomen_door", "genomen_op",
)  # fmt: skip
_ZENDING = (
    "id", "klant_id", "besluit_id", "verzonden_op", "wijze", "bezwaartermijn", "verzonden_door", "tijdstip"
)  # fmt: skip
_EXTRA: dict[str, dict[str, Any]] = {
    "klant": {
        "gemeente": "GM0150", "voornamen": "Sam", "achternaam": "de Wit", "geboortedatum": date(1990, 1, 2),
        "regime": "PW", "leefvorm": "alleenstaande", "kostendelende_medebewoners": 0, "kenmerken": [],
        "zorg_handhaving": False, "laatste_volgnr": 0, "versie": 1,
    }
}  # fmt: skip


def _copy(verbinding: psycopg.Connection, tabel: str, kolommen: Sequence[str], rijen: Iterator[Any]) -> None:
    vast = _VAST | _EXTRA.get(tabel, {})
    opdracht = f"COPY {tabel} ({', '.join((*kolommen, *vast))}) FROM STDIN"
    with verbinding.cursor() as cursor, cursor.copy(opdracht.encode()) as copy:
        for rij in rijen:
            copy.write_row((*rij, *vast.values()))


def _besluiten(
    versie: Versie[MaatregelBeleid], genomen: Sequence[Geval], klanten: Sequence[UUID], nummers: Sequence[UUID]
) -> Iterator[tuple[Any, Any]]:
    geschreven = [
        (canoniek(feiten).decode(), beslissing.dictum.value, canoniek(beslissing).decode(), dag)
        for (feiten, dag), beslissing in genomen
    ]
    for nr, besluit in enumerate(nummers):
        feiten, dictum, tekst, dag = geschreven[nr % len(geschreven)]
        klant = klanten[nr % len(klanten)]
        moment = datetime.combine(dag, dagtijd(10), tzinfo=UTC)
        yield (
            (besluit, klant, "maatregel", uuid7(), dictum, dag, feiten, tekst, tekst.encode(), "0" * 64, versie.id,
             versie.sha256, Jsonb([]), "0", WIE, moment),
            (uuid7(), klant, besluit, dag, "post", Jsonb({}), WIE, moment),
        )  # fmt: skip
