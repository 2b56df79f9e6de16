"""Moves from the diagnosis to the klantgroep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.demo.medewerkers import Collega, collega
from app.demo.mens import Bijzonder, Mens, Route, bsn_van
from app.demo.mensen import NUMMER
from app.demo.toneel import Toneel, iemand
from app.domain.indeling.feiten import Potentieel, Twijfelmiddel
from app.domain.indeling.gesprek import Studieplichtbesluit
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import ExtraThema, Leefgebied
from app.domain.kern.rollen import Actor, Rol
from app.domain.makelaar.soort import Makelaardoel, Makelaarstap
from app.domain.taaleis.feit import Checkuitkomst
from app.services.diagnose.formulier import FormatBevinding, FormatKop, FormatOpdracht, leg_format_vast
from app.services.diagnose.importschema import DiagnoseImportOpdracht
from app.services.diagnose.leveringen import importeer
from app.services.indeling.besluit import deel_in
from app.services.indeling.gesprek import leg_gesprek_vast
from app.services.indeling.gespreksonderdelen import Taaleisuitkomst
from app.services.indeling.opdrachten import (
    AmbitiegesprekOpdracht,
    Gesprekssignaal,
    Gespreksthema,
    IndelingOpdracht,
    Studieplicht,
    Themanotitie,
    Twijfel,
    Urgentie,
    VoorstelOpdracht,
)
from app.services.indeling.overdracht import OverdrachtbevestigingOpdracht, bekijk_afronding, bevestig
from app.services.indeling.voorstel import stel_klantgroep_voor
from app.services.klant import ConsulenttoewijzingOpdracht, wijs_toe
from app.services.makelaar.begeleiden import leg_stap_vast
from app.services.makelaar.opdrachten import MakelaarstapOpdracht, MakelaarverwijzingOpdracht
from app.services.makelaar.verwijzen import verwijs

FEITEN: Mapping[Route, Mapping[str, Any]] = {
    Route.MATCHEN: {"verwachte_termijn_maanden": 4, "uren_per_week": 32, "arbeidspotentieel": Potentieel.VOLDOENDE},
    Route.GROEIEN: {"verwachte_termijn_maanden": 14, "uren_per_week": 24, "arbeidspotentieel": Potentieel.WEINIG},
    Route.FACILITEREN: {
        "verwachte_termijn_maanden": "geen",
        "uren_per_week": 8,
        "arbeidspotentieel": Potentieel.GEEN,
        "ontwikkelpotentieel": Potentieel.WEINIG,
        "motivatie_bijdrage": True,
        "mogelijkheden_bijdrage": True,
        "participeert": True,
    },
    Route.ZORGEN: {
        "verwachte_termijn_maanden": "geen",
        "uren_per_week": 0,
        "arbeidspotentieel": Potentieel.GEEN,
        "ontwikkelpotentieel": Potentieel.GEEN,
        "motivatie_bijdrage": False,
        "mogelijkheden_bijdrage": False,
        "participeert": False,
    },
}
"""What the ambitiegesprek showed, so that the rules propose the klantgroep of the route."""
TWIJFEL = {"arbeidspotentieel": Potentieel.GEEN}
TWIJFELMIDDELEN = (Twijfelmiddel.INTERCOLLEGIAAL_OVERLEG, Twijfelmiddel.ARGONAUT_ONDERZOEK)
THEMAS = {
    Gespreksthema.WOONSITUATIE: "Huurt een appartement in Deventer.",
    Gespreksthema.DAGINVULLING: "Zoekt structuur in de week.",
    Gespreksthema.AMBITIES: "Heeft een beeld van wat binnen een jaar anders moet zijn.",
    Gespreksthema.ERVARING: "Eerdere functies en opleidingen doorgenomen.",
}
BEVINDINGEN = {
    Leefgebied.FINANCIEN: "Vaste lasten worden betaald; er is weinig over.",
    Leefgebied.PSYCHISCHE_GEZONDHEID: "Slaapt slecht; de huisarts weet ervan.",
    Leefgebied.SOCIALE_RELATIES: "Heeft steun aan familie in de buurt.",
}
JAREN_ONDERWIJS = 12
VLOT = Taaleisuitkomst(uitkomst=Checkuitkomst.VOLDOET, waaruit="Voert het gesprek vlot in het Nederlands.")
AFWIJKING = "De mogelijkheden die in het gesprek bleken, passen beter bij een andere klantgroep dan de doelgroep."


def met_format(mens: Mens) -> bool:
    """Tell whether the format is filled in together, instead of Dariuz by the klant."""
    return Kenmerk.STATUSHOUDER in mens.kenmerken or mens.is_(Bijzonder.TAAL)


def lever_dariuz(toneel: Toneel, mens: Mens) -> None:
    """Deliver the finished questionnaire of one person."""
    nummer = NUMMER[mens.naam]
    gebieden: list[dict[str, Any]] = [
        {"leefgebied": gebied.value, "score": 35 + (nummer * 13 + plek * 17) % 60}
        for plek, gebied in enumerate(Leefgebied)
    ]
    if mens.is_(Bijzonder.SCHULDEN):
        gebieden[2] |= {"score": 20, "aandachtspunten": ["Huurachterstand"]}
    record = {
        "persoon": {"bsn": bsn_van(nummer)},
        "volledigheid": "volledig",
        "leefgebieden": gebieden,
        "uren": FEITEN[mens.route]["uren_per_week"],
    }
    kop = {
        "schemaVersie": "2.0",
        "instrument": "dariuz_wegwijzer",
        "instrumentversie": "2026.1",
        "door": "Dariuz Wegwijzer",
    }
    levering = kop | {"afgenomenOp": toneel.vandaag, "records": [record]}
    toneel.doe(iemand(Rol.KOPPELING), importeer, DiagnoseImportOpdracht.model_validate(levering))


def bespreek(toneel: Toneel, mens: Mens) -> None:
    """Hold the ambitiegesprek; who cannot use Dariuz fills in the format first, together with the intaker."""
    if met_format(mens):
        _vul_format_in(toneel, mens)
    feiten = dict(FEITEN[mens.route]) | (TWIJFEL if mens.is_(Bijzonder.TWIJFEL) else {})
    signaal = Gesprekssignaal(omschrijving="Achterstand in de huur", urgentie=Urgentie.NIET_SPOED)
    studie = Studieplicht(besluit=Studieplichtbesluit.NIET_OPGELEGD, reden="Heeft een startkwalificatie.")
    opdracht = AmbitiegesprekOpdracht(
        datum=toneel.vandaag,
        duur_minuten=60,
        themas=tuple(Themanotitie(thema=thema, notitie=notitie) for thema, notitie in THEMAS.items()),
        motivatie="Open gesprek; weet goed te vertellen wat lukt en wat niet.",
        signalen=(signaal,) if mens.is_(Bijzonder.SCHULDEN) else (),
        jaren_nederlandstalig_onderwijs=None if met_format(mens) else JAREN_ONDERWIJS,
        inburgering_voltooid=False if met_format(mens) else None,
        taaleis=VLOT if met_format(mens) else None,
        studieplicht=studie if mens.jongere else None,
        klantvoorkeur=Klantgroep.MATCHEN if mens.is_(Bijzonder.ONEENS) else None,
        verslag="Kort verslag voor de collega die het overneemt.",
        **feiten,
    )
    toneel.doe(_intaker(mens), leg_gesprek_vast, opdracht, klant_id=toneel.klant(mens))


def _vul_format_in(toneel: Toneel, mens: Mens) -> None:
    onderwerpen = [*Leefgebied, *ExtraThema]
    opdracht = FormatOpdracht(
        afgenomen_op=toneel.vandaag,
        kop=FormatKop(cv=False, id_bewijs=True, vervoer="Fiets"),
        bevindingen=tuple(FormatBevinding(onderwerp=o, inhoud=BEVINDINGEN.get(o, "Besproken.")) for o in onderwerpen),
    )
    toneel.doe(_intaker(mens), leg_format_vast, opdracht, klant_id=toneel.klant(mens))


def bepaal_klantgroep(toneel: Toneel, mens: Mens, inkomen: Collega) -> None:
    """Ask for a proposal, decide as proposed, and name the inkomensconsulent who did the screening."""
    klant_id, intaker = toneel.klant(mens), _intaker(mens)
    oneens = mens.is_(Bijzonder.ONEENS)
    voorstel = toneel.doe(intaker, stel_klantgroep_voor, VoorstelOpdracht(), klant_id=klant_id)
    gekozen = Klantgroep(mens.route.value)
    besluit = IndelingOpdracht(
        voorstel_id=voorstel.id,
        klantgroep=gekozen,
        motivering=None if voorstel.klantgroep is gekozen else AFWIJKING,
        eens=not oneens,
        klantvoorkeur=Klantgroep.MATCHEN if oneens else None,
        twijfel=Twijfel(middelen=TWIJFELMIDDELEN) if mens.is_(Bijzonder.TWIJFEL) else None,
        motivering_verschil="Wil liever meteen werken; daarvoor is nu nog te veel nodig." if oneens else None,
    )
    regel = toneel.doe(intaker, deel_in, besluit, klant_id=klant_id)
    assert regel.indeling.consulent_id is not None
    toneel.onthoud("consulent", mens.naam, regel.indeling.consulent_id)
    if not mens.is_(Bijzonder.ACHTERSTAND):
        _neem_over(toneel, mens)
    if mens.route in (Route.MATCHEN, Route.GROEIEN):
        toneel.onthoud("inkomen", mens.naam, inkomen.id)
        toneel.doe(intaker, wijs_toe, ConsulenttoewijzingOpdracht(inkomensconsulent_id=inkomen.id), klant_id=klant_id)


def _neem_over(toneel: Toneel, mens: Mens) -> None:
    """Let the contact of the klantgroep read the report and confirm the handover."""
    klant_id = toneel.klant(mens)
    overdracht = toneel.lees(_intaker(mens), lambda h: bekijk_afronding(h, klant_id)).overdrachten[0]
    assert overdracht.ontvanger_id is not None
    contact = collega(overdracht.ontvanger_id).actor(overdracht.rol)
    toneel.doe(contact, bevestig, OverdrachtbevestigingOpdracht(), overdracht_id=overdracht.id)


def verwijs_naar_makelaar(toneel: Toneel, mens: Mens) -> None:
    """Let the contact person refer the klant to a participatiemakelaar, for vrijwilligerswerk."""
    opdracht = MakelaarverwijzingOpdracht(
        doel=Makelaardoel.START_VRIJWILLIGERSWERK,
        gemotiveerd=True,
        eigen_kracht_onvoldoende=True,
        overdracht="Wil een ochtend per week helpen in een buurthuis en vindt het moeilijk om alleen te beginnen.",
    )
    beeld = toneel.doe(toneel.consulent(mens), verwijs, opdracht, klant_id=toneel.klant(mens))
    toneel.onthoud("makelaarverwijzing", mens.naam, beeld.verwijzing.id)


def maak_eerste_contact(toneel: Toneel, mens: Mens) -> None:
    """Let the makelaar write down the first contact."""
    opdracht = MakelaarstapOpdracht(soort=Makelaarstap.EERSTE_CONTACT, tekst="Samen koffie gedronken in het buurthuis.")
    nummer = toneel.van("makelaarverwijzing", mens.naam)
    toneel.doe(iemand(Rol.PARTICIPATIEMAKELAAR), leg_stap_vast, opdracht, verwijzing_id=nummer)


def _intaker(mens: Mens) -> Actor:
    return iemand(Rol.INTAKER, NUMMER[mens.naam])
