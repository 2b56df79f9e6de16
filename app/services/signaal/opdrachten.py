"""What can be asked in the room signaal."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.signaal.feiten import Beeindigingsgrond, Onderzoeksuitkomst, Vervolg
from app.services.handeling import Opdracht

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]


class FraudesignaalOpdracht(Opdracht):
    """Wat is opgevallen; schrijf alleen op wat u zelf zag of hoorde."""

    omschrijving: Tekst = Field(examples=["De klant vertelde dat hij drie dagen per week in een winkel werkt."])


class SignaalantwoordOpdracht(Opdracht):
    """Wat de inkomensconsulent met het signaal doet, en waarom."""

    vervolg: Vervolg = Field(examples=["rechtmatigheidsonderzoek"])
    reden: Tekst = Field(examples=["Na overleg met de werkconsulent blijven er vragen over de inlichtingenplicht."])


class OmslagOpdracht(Opdracht):
    """Waarom de inkomensconsulent zelf de omslag naar rechtmatigheid maakt."""

    reden: Tekst = Field(examples=["De klant komt afspraken niet na en geeft geen inzicht in zijn inkomsten."])


class SignaaluitkomstOpdracht(Opdracht):
    """De uitkomst van het onderzoek. Een grond voor beëindiging kan alleen bij een vastgestelde schending."""

    uitkomst: Onderzoeksuitkomst = Field(examples=["geen_schending"])
    motivering: Tekst = Field(examples=["De bankafschriften sluiten aan bij wat de klant heeft opgegeven."])
    grond_beeindiging: Beeindigingsgrond | None = Field(
        default=None, description="Alleen als het onderzoek aanleiding geeft de uitkering te beëindigen."
    )


class SignaalintrekkingOpdracht(Opdracht):
    """Waarom het signaal niet in dit dossier hoort."""

    reden: Zin = Field(examples=["In het verkeerde dossier vastgelegd."])


class NietWillerOpdracht(Opdracht):
    """De markering niet-willer, met wat er aan het goede gesprek is gedaan."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    reden: Tekst = Field(examples=["Na drie gesprekken over motivatie weigert de klant elk aanbod zonder goede reden."])


class NietWillereindeOpdracht(Opdracht):
    """Waarom de markering eindigt."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    reden: Zin = Field(examples=["De klant werkt weer mee aan het plan van aanpak."])


class NietWillerintrekkingOpdracht(Opdracht):
    """Waarom de markering er nooit had moeten zijn."""

    reden: Zin = Field(examples=["Bij de verkeerde klant vastgelegd."])
