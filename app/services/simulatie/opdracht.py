"""What is asked of wat als: a gedraging of a klant, or of a person without a dossier, and what is supposed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.domain.maatregel.feiten import Zaaksoort
from app.services.handeling import Opdracht
from app.services.maatregel.stapsoorten import Code
from app.services.simulatie.persoon import PersoonZonderDossier
from app.services.simulatie.veronderstelling import Veronderstelling


class MaatregelberekeningOpdracht(Opdracht):
    """Een gedraging met wat u veronderstelt: van een klant, of van een persoon zonder dossier."""

    klant_id: UUID | None = Field(
        default=None, description="Rekent met het dossier van deze klant, aangevuld met wat u veronderstelt."
    )
    persoon: PersoonZonderDossier | None = Field(
        default=None,
        description="In plaats van een klant.",
        examples=[
            {
                "gemeente": "GM0150",
                "geboortedatum": "1991-06-15",
                "meldingDatum": "2026-03-31",
                "leefvorm": "alleenstaande",
            }
        ],
    )
    soort: Zaaksoort = Field(default=Zaaksoort.VERLAGING, examples=["verlaging"])
    gedraging: Code = Field(examples=["pva_niet_meewerken_kick_off"])
    gedraging_datum: date = Field(examples=["2026-04-23"])
    kenmerken: Annotated[tuple[Code, ...], Field(max_length=5)] = ()
    melding_datum: date | None = Field(default=None, description="Als de melding niet in het dossier staat.")
    peildatum: date | None = Field(
        default=None,
        description="De dag waarop zou worden beslist; zonder is dat vandaag, of de dag van een latere gedraging.",
        examples=["2026-05-20"],
    )
    feiten: Veronderstelling = Field(
        default=Veronderstelling(),
        examples=[
            {
                "klantgroep": "matchen",
                "noShows": ["2026-04-14", "2026-04-23"],
                "verwijtbaarheid": "volledig",
                "dringendeRedenen": False,
                "eerdereMaatregelen": [],
                "samenloop": [],
            }
        ],
    )

    @model_validator(mode="after")
    def _klant_of_persoon(self) -> Self:
        if (self.klant_id is None) == (self.persoon is None):
            raise ValueError("Noem een klant (klantId) of een persoon zonder dossier (persoon), en niet allebei.")
        return self
