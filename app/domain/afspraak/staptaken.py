"""The task that each step after a no-show asks for."""

from __future__ import annotations

from datetime import date

from app.domain.afspraak.feiten import Vervolgstap
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel

GRONDSLAG_SCREENING = productenboek("2.2.2")

_TAKEN: dict[Vervolgstap, tuple[str, Rol]] = {
    Vervolgstap.BELLEN_NIEUWE_AFSPRAAK: (
        "Bel de klant, vraag naar de reden en maak een nieuwe afspraak.",
        Rol.INKOMENSCONSULENT,
    ),
    Vervolgstap.OPNIEUW_UITNODIGEN: (
        "Plan de klant opnieuw in en stuur een nieuwe uitnodiging als hersteltermijn, aangetekend en per gewone post.",
        Rol.ADMINISTRATIE,
    ),
    Vervolgstap.NIEUWE_AFSPRAAK: ("Maak een nieuwe afspraak.", Rol.INKOMENSCONSULENT),
    Vervolgstap.NIEUWE_AFSPRAAK_IN_BESLUIT: (
        "Zet de nieuwe afspraak met datum en plaats in hetzelfde besluit.",
        Rol.INKOMENSCONSULENT,
    ),
    Vervolgstap.MAATREGELVOORSTEL: ("Beoordeel het voorstel voor een eenmalige maatregel.", Rol.INKOMENSCONSULENT),
    Vervolgstap.MAATREGELZAAK: ("Behandel de maatregelzaak.", Rol.WERKCONSULENT),
    Vervolgstap.BELLEN: ("Bel de klant.", Rol.INKOMENSCONSULENT),
    Vervolgstap.NETWERK_INFORMEREN: (
        "Zoek contact via het netwerk of de hulpverlening van de klant.",
        Rol.INKOMENSCONSULENT,
    ),
    Vervolgstap.HUISBEZOEK: ("Ga zo nodig bij de klant langs en vraag waarom.", Rol.INKOMENSCONSULENT),
    Vervolgstap.VERVANGENDE_AFSPRAAK: (
        "Lukt contact niet, stuur dan per brief een vervangende afspraak.",
        Rol.INKOMENSCONSULENT,
    ),
    Vervolgstap.BLOKKEREN: ("Beoordeel of de uitkering wordt geblokkeerd.", Rol.INKOMENSCONSULENT),
    Vervolgstap.BLOKKEREN_NA_CONTACTLADDER: (
        "Leg de contactladder vast en beoordeel pas daarna of de uitkering wordt geblokkeerd.",
        Rol.INKOMENSCONSULENT,
    ),
    Vervolgstap.RECHTMATIGHEIDSONDERZOEK: ("Start een rechtmatigheidsonderzoek.", Rol.INKOMENSCONSULENT),
    Vervolgstap.SOCIALE_RECHERCHE: ("Informeer de sociale recherche.", Rol.INKOMENSCONSULENT),
    Vervolgstap.HERSTELTERMIJN: ("Stuur een brief met een hersteltermijn.", Rol.INKOMENSCONSULENT),
    Vervolgstap.STOPZETTEN: (
        "Beoordeel stopzetting als de hersteltermijn zonder reactie is verstreken.",
        Rol.INKOMENSCONSULENT,
    ),
    Vervolgstap.BEOORDELEN: ("Beoordeel wat er na dit niet verschijnen nodig is.", Rol.INKOMENSCONSULENT),
}


def taak_bij_stap(stap: Vervolgstap, aangehouden: bool, grondslag: Grondslag, uiterste: date) -> TaakVoorstel:
    """Return the task of one step; a proposal that is held back first needs its reminder checked."""
    wat, rol = _TAKEN[stap]
    if aangehouden:
        wat = "Controleer of de sms-herinnering is verstuurd; tot dan wacht het voorstel voor een maatregel."
    return TaakVoorstel(
        soort=f"no_show_{stap}",
        wat=wat,
        waarom="De klant is zonder bericht niet verschenen.",
        rol=rol,
        grondslag=grondslag,
        uiterste=uiterste,
    )
