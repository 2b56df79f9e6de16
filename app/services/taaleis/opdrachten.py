"""What can be asked about a zaak of the taaleis."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.taaleis.feiten import Ontheffingsgrond, Taalverwijt, Taalzaaksoort
from app.services.handeling import Opdracht, Wijziging

Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]


class Taalweging(Opdracht):
    """Wat een mens vond en afwoog; wat er niet is, ontbreekt bij het besluit."""

    verwijt: Taalverwijt | None = Field(default=None, description="Bij een verlaging: is het de klant te verwijten?")
    verwijt_motivering: Tekst | None = None
    dringende_redenen: bool | None = Field(default=None, description="Redenen om toch niet te verlagen (lid 7).")
    dringende_redenen_motivering: Tekst | None = None
    gehoord_op: date | None = Field(default=None, description="De dag waarop de klant zijn zienswijze gaf.")
    reden_niet_horen: Zin | None = Field(default=None, examples=["De klant kwam na drie uitnodigingen niet."])
    grond: Ontheffingsgrond | None = Field(default=None, description="Bij een ontheffing.")
    grond_omschrijving: Zin | None = Field(default=None, description="Nodig bij een andere grond dan de genoemde.")
    bewijs: Zin | None = Field(default=None, description="Het stuk of de bevinding waarop de ontheffing rust.")


class TaaleiszaakOpdracht(Taalweging):
    """Een zaak over de taaleis openen."""

    soort: Taalzaaksoort = Field(examples=["ontheffing"])


class WijzigTaaleiszaakOpdracht(Taalweging, Wijziging):
    """Aanvulling of correctie; wat niet wordt genoemd, blijft."""


class TaaleisbesluitOpdracht(Opdracht):
    """Het besluit. De uitkomst volgt uit de feiten; de eigen motivering gaat mee in het dossier."""

    motivering: Tekst = Field(examples=["Met de klant is drie keer gesproken; alle hulp is aangeboden."])


class TaaleiszaakIntrekkingOpdracht(Opdracht):
    """Waarom de zaak niet doorgaat."""

    reden: Zin = Field(examples=["De klant verklaarde zich alsnog bereid."])
