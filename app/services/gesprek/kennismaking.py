"""The kennismakingsgesprek: what the diagnosis and the ambitiegesprek showed, to look back on (DEV-DIA-502)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.db import indeling as indelingen
from app.db import overdracht as overdrachten
from app.db.diagnose import uitslag as diagnoses
from app.db.diagnose.uitslag import Diagnose
from app.db.gesprek import praatplaat as praatplaten
from app.db.gesprek.praatplaat import Praatplaat
from app.db.indeling import Ambitiegesprek
from app.domain.gesprek.kinderen import Kinderen, kinderen_uit
from app.domain.kern.toets import Toets
from app.services.gesprek.betrokkenen import hulp_bij_gezondheid
from app.services.gesprek.voeren import bekijk_alle
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Kennismakingsbeeld:
    """The diagnosis that counts per subject, the report, the last praatplaat and what asks for attention."""

    diagnose: Diagnose | None
    bevindingen: Mapping[str, dict[str, Any]]
    gesprek: Ambitiegesprek | None
    verslag: str | None
    praatplaat: Praatplaat | None
    kinderen: Kinderen | None
    hulp: Toets


def bekijk_kennismaking(h: Handeling, klant_id: UUID) -> Kennismakingsbeeld:
    """Bring together what the klant and the consulent look back on in the kennismakingsgesprek."""
    klant = h.klant(klant_id, vergrendel=False)
    diagnose = diagnoses.laatste_volledige(h.sessie, klant.id)
    regels = diagnose.inhoud["bevindingen"] if diagnose else []
    gesprekken = indelingen.gesprekken(h.sessie, klant.id)
    gesprek = gesprekken[0] if gesprekken else None
    platen = praatplaten.geldende(praatplaten.praatplaten(h.sessie, klant.id))
    return Kennismakingsbeeld(
        diagnose=diagnose,
        bevindingen={regel["onderwerp"]: {k: v for k, v in regel.items() if k != "onderwerp"} for regel in regels},
        gesprek=gesprek,
        verslag=overdrachten.verslag(h.sessie, gesprek) if gesprek else None,
        praatplaat=platen[0] if platen else None,
        kinderen=kinderen_van(h, klant_id),
        hulp=hulp_bij_gezondheid(h, klant),
    )


def kinderen_van(h: Handeling, klant_id: UUID) -> Kinderen | None:
    """Return the number and ages of the children as told last (DEV-DIA-512); None when it was never told."""
    tellen = (beeld for beeld in bekijk_alle(h, klant_id) if beeld.gesprek.ingetrokken_op is None)
    gevonden = (kinderen_uit(beeld.antwoorden, beeld.gesprek.datum) for beeld in tellen)
    return next((kinderen for kinderen in gevonden if kinderen is not None), None)
