"""Moves around the kick-off and the kennismakingsgesprek."""

from __future__ import annotations

from datetime import datetime

from app.demo.medewerkers import GEMEENTEN, collega, met_rol
from app.demo.mens import Mens
from app.demo.mensen import Sessie
from app.demo.toneel import Toneel, iemand
from app.domain.afspraak.feiten import KickOffBegeleiding, Presentie
from app.domain.afspraak.uitnodiging import UitnodigingSoort, Uitnodigingswijze
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol
from app.services.afspraak import bijeenkomsten, gesprekken
from app.services.afspraak.beeld import Bijeenkomstbeeld
from app.services.afspraak.opdrachten import (
    AfspraakOpdracht,
    BegeleiderOpdracht,
    BijeenkomstOpdracht,
    DeelnemerOpdracht,
    GesprekSoort,
    PresentielijstOpdracht,
    PresentieOpdracht,
    UitkomstOpdracht,
    UitnodigOpdracht,
)
from app.services.afspraak.presentie import verwerk_lijst
from app.services.afspraak.uitnodigen import nodig_uit

LOCATIE = "KonnecteD, zaal 2"
REDEN = {Presentie.AFGEMELD: "Ziek gemeld op de ochtend zelf", Presentie.INDIVIDUEEL_VERVANGEN: "Werkt al halve dagen"}
AANGETEKEND = (Uitnodigingswijze.AANGETEKEND, Uitnodigingswijze.REGULIER)


def plan_bijeenkomst(toneel: Toneel, sessie: Sessie, begint: datetime) -> None:
    """Plan a kick-off with the people who lead it."""
    opdracht = BijeenkomstOpdracht(
        gemeente=GEMEENTEN[0],
        klantgroep=sessie.klantgroep,
        begint=begint,
        locatie=LOCATIE,
        begeleiders=tuple(_begeleiders(sessie.klantgroep)),
    )
    beeld = toneel.doe(iemand(Rol.ADMINISTRATIE), bijeenkomsten.plan_bijeenkomst, opdracht)
    toneel.onthoud("bijeenkomst", sessie.code, beeld.bijeenkomst.id)


def _begeleiders(groep: Klantgroep) -> list[BegeleiderOpdracht]:
    functies = {
        Klantgroep.MATCHEN: (
            KickOffBegeleiding.WERKCONSULENT_MATCHEN,
            KickOffBegeleiding.WERKCONSULENT_MATCHEN,
            KickOffBegeleiding.JOBHUNTER,
        ),
        Klantgroep.GROEIEN: (KickOffBegeleiding.WERKCONSULENT_GROEIEN, KickOffBegeleiding.TRAINER),
        Klantgroep.FACILITEREN: (KickOffBegeleiding.INKOMENSCONSULENT, KickOffBegeleiding.INKOMENSCONSULENT),
    }[groep]
    leiders = met_rol(_leider(groep), groep.value if groep is not Klantgroep.FACILITEREN else None)
    # Who works in one team goes first: whoever is in two cannot lead two bijeenkomsten at once.
    eerst = sorted(leiders, key=lambda wie: len(wie.teams))
    return [BegeleiderOpdracht(medewerker_id=c.id, functie=f) for c, f in zip(eerst, functies, strict=False)]


def _leider(groep: Klantgroep) -> Rol:
    return Rol.INKOMENSCONSULENT if groep is Klantgroep.FACILITEREN else Rol.WERKCONSULENT


def nodig_mens_uit(toneel: Toneel, mens: Mens, sessie: Sessie, hersteltermijn: bool) -> None:
    """Invite one klant; after a no-show the letter is a hersteltermijn, registered and by regular mail."""
    deelnemer = DeelnemerOpdracht(
        klant_id=toneel.klant(mens),
        verzonden_op=toneel.vandaag,
        sms_verzonden_op=toneel.vandaag,
        uitnodiging=UitnodigingSoort.HERSTELTERMIJN if hersteltermijn else UitnodigingSoort.UITNODIGING,
        wijzen=AANGETEKEND if hersteltermijn else (Uitnodigingswijze.REGULIER,),
        kenmerk_aangetekend=f"3SRRC{toneel.vandaag:%m%d}" if hersteltermijn else None,
    )
    opdracht = UitnodigOpdracht(deelnemers=(deelnemer,))
    nummer = toneel.van("bijeenkomst", sessie.code)
    toneel.doe(iemand(Rol.ADMINISTRATIE), nodig_uit, opdracht, bijeenkomst_id=nummer)
    toneel.genodigd.setdefault(sessie.code, []).append(mens)


def neem_presentie_op(toneel: Toneel, sessie: Sessie) -> None:
    """Record who came, and keep the maatregelzaken that were opened."""
    _verwerk(toneel, sessie, None)


def corrigeer(toneel: Toneel, mens: Mens, sessie: Sessie) -> None:
    """Correct the list: one klant had called off, and nobody had passed that on."""
    _verwerk(toneel, sessie, mens)


def _verwerk(toneel: Toneel, sessie: Sessie, toch_afgemeld: Mens | None) -> None:
    genodigden = toneel.genodigd.get(sessie.code, [])
    regels = []
    for mens in genodigden:
        uitkomst = Presentie.AFGEMELD if mens is toch_afgemeld else mens.komst[sessie.code]
        regels.append(PresentieOpdracht(klant_id=toneel.klant(mens), uitkomst=uitkomst, reden=REDEN.get(uitkomst)))
    team = None if sessie.klantgroep is Klantgroep.FACILITEREN else sessie.klantgroep.value
    wie = met_rol(_leider(sessie.klantgroep), team)[0].actor(_leider(sessie.klantgroep))
    opdracht = PresentielijstOpdracht(deelnemers=tuple(regels))
    nummer = toneel.van("bijeenkomst", sessie.code)
    _onthoud_zaken(toneel, toneel.doe(wie, verwerk_lijst, opdracht, bijeenkomst_id=nummer))


def _onthoud_zaken(toneel: Toneel, beeld: Bijeenkomstbeeld) -> None:
    for afspraak, klant in beeld.deelnemers:
        if afspraak.maatregelzaak_id is not None:
            toneel.onthoud("zaak", toneel.mensen[klant.id].naam, afspraak.maatregelzaak_id)


def plan_kennismaking(toneel: Toneel, mens: Mens, begint: datetime) -> None:
    """Call the klant and plan the kennismakingsgesprek."""
    opdracht = AfspraakOpdracht(
        klant_id=toneel.klant(mens),
        soort=GesprekSoort.KENNISMAKINGSGESPREK,
        begint=begint,
        duur_minuten=30,
        locatie="Stadhuis, spreekkamer 4",
        medewerker_id=toneel.van("consulent", mens.naam),
        verzonden_op=toneel.vandaag,
        sms_verzonden_op=toneel.vandaag,
    )
    afspraak, _ = toneel.doe(_consulent(toneel, mens), gesprekken.plan_afspraak, opdracht)
    toneel.onthoud("afspraak", mens.naam, afspraak.id)


def leg_uitkomst_vast(toneel: Toneel, mens: Mens, uitkomst: Presentie) -> None:
    """Record how the kennismakingsgesprek went."""
    opdracht = UitkomstOpdracht(uitkomst=uitkomst, reden=REDEN.get(uitkomst))
    nummer = toneel.van("afspraak", mens.naam)
    toneel.doe(_consulent(toneel, mens), gesprekken.zet_uitkomst, opdracht, afspraak_id=nummer)


def _consulent(toneel: Toneel, mens: Mens) -> Actor:
    return collega(toneel.van("consulent", mens.naam)).actor(Rol.INKOMENSCONSULENT)
