"""Moves of a maatregelzaak: hearing, judging, advising, deciding, checking, sending."""

from __future__ import annotations

from datetime import timedelta

from app.demo.medewerkers import collega
from app.demo.mens import Mens, Route, Zaakloop
from app.demo.mensen import NUMMER
from app.demo.toneel import Toneel, een_ander
from app.domain.kern.rollen import Actor, Rol
from app.domain.maatregel.feiten import HoorKanaal, Oorzaak, Verwijtbaarheid
from app.services.besluit.bekendmaken import BekendmakingOpdracht, maak_bekend
from app.services.besluit.toetsen import ToetsingOpdracht, toets_besluit
from app.services.maatregel.adviseren import AdviesOpdracht, adviseer
from app.services.maatregel.beslissen import MaatregelbesluitOpdracht, NieuweAfspraakOpdracht, beslis_zaak
from app.services.maatregel.stappen import zet_stap
from app.services.maatregel.stapsoorten import HoorgesprekStap, OordeelStap

VERKLARINGEN = (
    "Ik had het te druk met de verhuizing van mijn zus en heb niet gebeld.",
    "Ik dacht dat de bijeenkomst een week later was; de brief heb ik niet goed gelezen.",
    "Ik zag er geen nut in en ben thuisgebleven.",
)
AKKOORD = "Feiten, grondslag en bedrag kloppen."
NIET_AKKOORD = "De verklaring van de klant ontbreekt in de brief."


def hoor(toneel: Toneel, mens: Mens) -> None:
    """Hear the klant and record the judgement."""
    nummer = NUMMER[mens.naam]
    gesprek = HoorgesprekStap(
        soort="hoorgesprek",
        datum=toneel.vandaag,
        kanaal=HoorKanaal.TELEFONISCH if nummer % 2 else HoorKanaal.GESPREK,
        verklaring=VERKLARINGEN[nummer % len(VERKLARINGEN)],
    )
    oordeel = OordeelStap(
        soort="oordeel",
        verwijtbaarheid=Verwijtbaarheid.VOLLEDIG,
        verwijtbaarheid_motivering="De klant kende de datum, had zich kunnen afmelden en deed dat niet.",
        omstandigheden="Thuissituatie, gezondheid en schulden besproken; er staat niets in de weg.",
        oorzaak=Oorzaak.ONWIL,
        dringende_redenen=False,
    )
    for stap in (gesprek, oordeel):
        toneel.doe(toneel.consulent(mens), zet_stap, stap, zaak_id=toneel.van("zaak", mens.naam))


def geef_advies(toneel: Toneel, mens: Mens, loop: Zaakloop) -> None:
    """Advise, as the consulent of the klant."""
    motivering = "Zonder bericht weggebleven, na een duidelijke uitnodiging met de gevolgen erbij."
    opdracht = AdviesOpdracht(voorstel=loop.voorstel, motivering=motivering)
    toneel.doe(toneel.consulent(mens), adviseer, opdracht, zaak_id=toneel.van("zaak", mens.naam))


def beslis(toneel: Toneel, mens: Mens) -> None:
    """Decide, as another inkomensconsulent than who advised."""
    over_een_week = toneel.moment + timedelta(days=7)
    nieuw = (
        NieuweAfspraakOpdracht(moment=over_een_week, plaats="Stadskantoor") if mens.route is Route.FACILITEREN else None
    )
    opdracht = MaatregelbesluitOpdracht(motivering="Het advies is juist en volledig.", nieuwe_afspraak=nieuw)
    stand = toneel.doe(_besluiter(toneel, mens), beslis_zaak, opdracht, zaak_id=toneel.van("zaak", mens.naam))
    toneel.onthoud("besluit", mens.naam, stand.besluit.id)


def _besluiter(toneel: Toneel, mens: Mens) -> Actor:
    adviseur = toneel.van("consulent", mens.naam)
    eigen = toneel.ids.get(("inkomen", mens.naam))
    wie = een_ander(Rol.INKOMENSCONSULENT, adviseur)
    return (wie if eigen is None else collega(eigen)).actor(Rol.INKOMENSCONSULENT)


def toets(toneel: Toneel, mens: Mens, loop: Zaakloop) -> None:
    """Check the besluit, as a third person."""
    reden = (
        "Feiten, grondslag en bedrag kloppen." if loop.akkoord else "De verklaring van de klant ontbreekt in de brief."
    )
    opdracht = ToetsingOpdracht(akkoord=loop.akkoord, reden=reden)
    bezet = toneel.van("consulent", mens.naam), _besluiter(toneel, mens).medewerker_id
    wie = een_ander(Rol.TOETSER, *bezet).actor(Rol.TOETSER)
    toneel.doe(wie, toets_besluit, opdracht, besluit_id=toneel.van("besluit", mens.naam))


def verzend(toneel: Toneel, mens: Mens) -> None:
    """Send the beschikking."""
    opdracht = BekendmakingOpdracht(verzonden_op=toneel.vandaag)
    besluit_id = toneel.van("besluit", mens.naam)
    toneel.doe(_besluiter(toneel, mens), maak_bekend, opdracht, besluit_id=besluit_id)
