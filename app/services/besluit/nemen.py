"""Taking a besluit: the facts decide by the rules, and all that a replay needs is stored with the outcome."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db.beleidspakket import bewaar
from app.db.besluit import Besluit
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.besluit.formeel import Bronwaarde, toets_vastgesteld
from app.domain.kern.canoniek import canoniek
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.besluit.citaten import controleer_citaten
from app.services.besluit.lezen import te_vervangen
from app.services.besluit.rekenaar import Rekenaar
from app.services.besluit.rekenaars import REKENAARS, VOORLEGGEN
from app.services.handeling import Handeling
from app.services.vastleggen import Onderwerp, leg_vast


@dataclass(frozen=True)
class Bron:
    """Further policy behind the facts, such as the norm of a month: the version, and the value taken from it."""

    versie: Versie[Any]
    waarde: Bronwaarde


@dataclass(frozen=True)
class Besluitvoorstel:
    """What a besluit is taken on; ``motivering`` is the besluiter's own reason, if there is one.

    ``vervangt`` is the sent besluit that this one replaces or withdraws once it is sent itself.
    """

    soort: str
    onderwerp: Onderwerp
    feiten: BaseModel
    versie: Versie[Any]
    peildatum: date
    bronnen: Sequence[Bron] = ()
    motivering: str | None = None
    vervangt: UUID | None = None


def neem(h: Handeling, klant: Klant, voorstel: Besluitvoorstel) -> Besluit:
    """Decide, store and record. The version that moves is that of the onderwerp.

    Raises Geweigerd with the conditions that are not met or still open, with a regeling that was withdrawn and, outside
    development, with every value that nobody with authority has set. Raises Conflict when what it would replace stands
    no longer.
    """
    if voorstel.vervangt is not None:
        te_vervangen(h, voorstel.vervangt)
    rekenaar = REKENAARS[voorstel.soort]
    beslissing = rekenaar.beslis(voorstel.feiten, voorstel.versie.beleid, voorstel.peildatum)
    if beslissing.dictum == VOORLEGGEN:
        open_ = rekenaar.in_de_weg(voorstel.feiten, beslissing)
        raise Geweigerd("Er kan nog niet worden beslist; hieronder staat wat er ontbreekt.", open_, "niet_gereed")
    controleer_citaten(h, klant, beslissing.grondslagen, voorstel.peildatum, voorstel.feiten)
    if h.formeel:
        _controleer_waarden(voorstel, rekenaar, beslissing)
    for versie in (voorstel.versie, *(bron.versie for bron in voorstel.bronnen)):
        bewaar(h.sessie, versie, h.nu)
    besluit = _rij(h, klant, voorstel, beslissing)
    h.sessie.add(besluit)
    inhoud = {
        "besluitId": besluit.id,
        "soort": besluit.soort,
        "dictum": besluit.dictum,
        "peildatum": besluit.peildatum,
        "beslissingSha256": besluit.beslissing_sha256,
        "voorbeeldwaarden": beslissing.voorbeeldwaarden,
    }
    leg_vast(h, Soort.BESLUIT_GENOMEN, voorstel.onderwerp, klant, inhoud)
    return besluit


def _controleer_waarden(voorstel: Besluitvoorstel, rekenaar: Rekenaar, beslissing: Any) -> None:
    beleid = voorstel.versie.beleid
    namen = rekenaar.waarden(voorstel.feiten, beleid, beslissing)
    waarden = [(naam, getattr(beleid, naam)) for naam in namen]
    bronnen = [Bronwaarde(naam=n, grondslag=w.grondslag, herkomst=w.herkomst) for n, w in waarden]
    bronnen += [bron.waarde for bron in voorstel.bronnen]
    if open_ := niet_voldaan(toets_vastgesteld(bron) for bron in bronnen):
        melding = "Dit besluit rust op waarden die de gemeente nog moet vaststellen; het kan nog niet worden genomen."
        raise Geweigerd(melding, open_, "waarde_niet_vastgesteld")


def _rij(h: Handeling, klant: Klant, voorstel: Besluitvoorstel, beslissing: Any) -> Besluit:
    uitkomst = canoniek(beslissing)
    return Besluit(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=voorstel.soort,
        onderwerp_id=voorstel.onderwerp.id,
        dictum=str(beslissing.dictum),
        peildatum=voorstel.peildatum,
        feiten=json.loads(canoniek(voorstel.feiten)),
        beslissing=json.loads(uitkomst),
        beslissing_bytes=uitkomst,
        beslissing_sha256=hashlib.sha256(uitkomst).hexdigest(),
        beleid_id=voorstel.versie.id,
        beleid_sha256=voorstel.versie.sha256,
        bronnen=[_bron(bron) for bron in voorstel.bronnen],
        codeversie=CODEVERSIE,
        motivering=voorstel.motivering,
        vervangt=voorstel.vervangt,
        genomen_door=h.actor.medewerker_id,
        genomen_op=h.nu,
    )


def _bron(bron: Bron) -> dict[str, Any]:
    return bron.waarde.model_dump(mode="json") | {"beleid_id": bron.versie.id, "sha256": bron.versie.sha256}
