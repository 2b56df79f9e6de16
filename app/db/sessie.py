"""Engine, sessions, and the one place that commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session, sessionmaker

from app.domain.kern.rollen import Actor, Bereik

TOEPASSINGSROL = "iom_toepassing"
Sessies = sessionmaker[Session]

_ZET_BEREIK = text(
    "SELECT set_config('iom.organisatie', :organisatie, true), set_config('iom.gemeenten', :gemeenten, true), "
    "set_config('iom.teams', :teams, true), set_config('iom.medewerker', :medewerker, true), "
    "set_config('iom.bereik', :bereik, true)"
)


def maak_engine(url: str, verbindingen: int = 20) -> Engine:
    """Make the engine of a process; each connection gives up the owner's rights for those of the application."""
    engine = create_engine(url, pool_size=verbindingen, max_overflow=0, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _neem_rol(verbinding: Any, _record: Any) -> None:
        verbinding.autocommit = True
        verbinding.execute(f"SET ROLE {TOEPASSINGSROL}")
        verbinding.autocommit = False

    return engine


def maak_sessies(engine: Engine) -> Sessies:
    """Make the session factory; objects stay readable after commit."""
    return sessionmaker(engine, expire_on_commit=False)


def zet_bereik(sessie: Session, actor: Actor) -> None:
    """Tell row-level security who is asking, for this transaction only."""
    sessie.execute(
        _ZET_BEREIK,
        {
            "organisatie": actor.organisatie,
            "gemeenten": ",".join(actor.gemeenten),
            "teams": ",".join(actor.teams),
            "medewerker": str(actor.medewerker_id),
            "bereik": actor.bereik.value,
        },
    )


def verruim(sessie: Session) -> None:
    """Widen the reach to the whole organisation, for the rest of this transaction only.

    For a handling that moves a klant out of the actor's own sight, such as a werkconsulent who hands a klant to another
    team. The database tests the row as it *becomes* against what the actor may read, so the move itself would be
    refused; and the caseloads of other teams must be counted to choose the new consulent. Call it only after the right
    to the klant *as it was* was checked.
    """
    sessie.execute(text("SELECT set_config('iom.bereik', :bereik, true)"), {"bereik": Bereik.ORGANISATIE.value})


@contextmanager
def verruimd(sessie: Session, actor: Actor) -> Iterator[None]:
    """Widen the reach as ``verruim`` does, for what is asked inside only: to count, never to show."""
    verruim(sessie)
    yield
    zet_bereik(sessie, actor)


@contextmanager
def transactie(sessies: Sessies, actor: Actor) -> Iterator[Session]:
    """Run one transaction as this actor: commit at the end, roll back on any error."""
    with open_sessie(sessies, actor) as sessie:
        yield sessie
        sessie.commit()


def open_sessie(sessies: Sessies, actor: Actor) -> Session:
    """Begin a transaction as this actor, for who finishes it later with ``maak_af``; what is closed first is undone."""
    sessie = sessies()
    try:
        zet_bereik(sessie, actor)
    except BaseException:
        sessie.close()
        raise
    return sessie


@contextmanager
def maak_af(sessie: Session) -> Iterator[Session]:
    """Finish a transaction that ``open_sessie`` began: commit at the end, roll back on any error."""
    with sessie:
        yield sessie
        sessie.commit()
