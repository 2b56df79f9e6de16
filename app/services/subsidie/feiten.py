"""Feiten: what is known of an aanvraag today, with the policy that it is judged by and the figures behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from app.db.basis import Json
from app.db.klant import Klant
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import GEGEVEN, VOORBIJ, Subsidie
from app.domain.beleid.model import Versie
from app.domain.besluit.formeel import Bronwaarde
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.subsidie.model import EerdereSubsidie, Subsidiefeiten
from app.domain.subsidie.regels import Regels
from app.services.besluit.nemen import Bron
from app.services.handeling import Handeling
from app.services.subsidie.cijfers import Cijferbron, Vraag
from app.services.subsidie.dienstverband import als_feiten, dienstverband_van
from app.services.subsidie.regelingen import UITVOERINGEN


@dataclass(frozen=True)
class Subsidiedossier:
    """The facts of an aanvraag, its rules, the policy of the day on which it came in, and further policy."""

    feiten: Subsidiefeiten
    regels: Regels
    versie: Versie[Any]
    bronnen: tuple[Bron, ...]


def verzamel(h: Handeling, klant: Klant, rij: Subsidie, **van_besluiter: Any) -> Subsidiedossier:
    """Collect the facts; ``van_besluiter`` are the fields that who decides adds."""
    uitvoering = UITVOERINGEN[rij.regeling]
    regels = uitvoering.regels
    werk = _dienstverband(h, rij)
    basis: dict[str, Any] = {
        "gegevens": TypeAdapter(uitvoering.gegevens).validate_python(rij.gegevens),
        "ontvangen_op": rij.ontvangen_op,
        "dienstverband": werk,
        "klantgroep": klant.klantgroep,
        "eerdere": eerdere_subsidies(h, rij),
        "aanvullen_tot": rij.aanvullen_tot,
        "budget_op": (rij.budget or {}).get("stand") == "op",
        "wachtplaats": (rij.budget or {}).get("plaats"),
    }
    erbij = uitvoering.erbij(h, Vraag(klant.gemeente, klant, basis, rij.dienstverband_id if werk else None))
    feiten = regels.feiten(**basis, **van_besluiter, **erbij.velden)
    versie = h.beleid.geldend(regels.beleid, klant.gemeente, rij.ontvangen_op)
    return Subsidiedossier(feiten, regels, versie, tuple(map(als_bron, erbij.bronnen)))


def als_bron(bron: Cijferbron) -> Bron:
    """Return a figure as a besluit keeps the policy behind it."""
    cijfer = bron.cijfer
    naam = f"{cijfer.beleid} {cijfer.veld} {cijfer.per}"
    return Bron(bron.versie, Bronwaarde(naam=naam, grondslag=cijfer.grondslag, herkomst=cijfer.herkomst))


def _dienstverband(h: Handeling, rij: Subsidie) -> Any:
    """Return the employment as facts; one that was taken back is unknown again."""
    if rij.dienstverband_id is None:
        return None
    try:
        bekend = dienstverband_van(h, rij.klant_id, rij.dienstverband_id)
    except OngeldigeInvoer:
        return None
    return als_feiten(bekend, rij.ontvangen_op)


def eerdere_subsidies(h: Handeling, rij: Subsidie) -> tuple[EerdereSubsidie, ...]:
    """Return what was granted about the same klant, or asked for before; what came to nothing does not count."""
    andere = [
        ander
        for ander in db.van_klant(h.sessie, rij.klant_id)
        if ander.id != rij.id and ander.stand not in VOORBIJ and (ander.stand in GEGEVEN or ander.id < rij.id)
    ]
    bedragen = {ander.id: 0 for ander in andere}
    for termijn in db.termijnen(h.sessie, list(bedragen)):
        if termijn.stand is not db.Termijnstand.VERVALLEN:
            bedragen[termijn.subsidie_id] += termijn.bedrag
    return tuple(
        EerdereSubsidie(
            regeling=ander.regeling,
            toegekend=ander.stand in GEGEVEN,
            zelfde_werkgever=ander.werkgever_id is not None and ander.werkgever_id == rij.werkgever_id,
            zelfde_dienstverband=ander.dienstverband_id is not None and ander.dienstverband_id == rij.dienstverband_id,
            bedrag=bedragen[ander.id],
            kader=_kader(ander.gegevens),
        )
        for ander in andere
    )


def _kader(gegevens: Json) -> str | None:
    """Return over which traject or employment a vergoeding is added up, as ``kader_van`` writes it."""
    return f"{gegevens['kader']} {gegevens['kader_sinds']}" if "kader_sinds" in gegevens else None
