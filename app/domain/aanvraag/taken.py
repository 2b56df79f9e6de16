"""The taken of the uitkeringsafhandeling."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.domain.kern.grondslag import Grondslag, awb, productenboek, pw
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel

WERKPROCES = productenboek("2.2.2")


class Taaksoort(StrEnum):
    """The kinds of taken of an aanvraag."""

    AANMAKEN = "aanvraag_aanmaken_afronden"
    SCREENING = "aanvraag_screening_afronden"
    TOEWIJZEN = "aanvraag_toewijzen"
    INLEVEREN = "aanvraag_stukken_afwachten"
    TOELICHTEN = "aanvraag_toelichting_vragen"
    SCANNEN = "aanvraag_stukken_toevoegen"
    CONTROLEREN = "aanvraag_volledigheid_controleren"
    WERKPROCES_JOLO = "werkproces_jolo"
    WERKPROCES_KONNECTED = "werkproces_konnected"
    SR_SCREENEN = "aanvraag_sr_screenen"
    SR_BEOORDELEN = "sr_screening_beoordelen"
    SR_ONDERZOEK = "sr_onderzoek_doen"
    DOCUMENT_BEKIJKEN = "document_bekijken"
    BESLISSEN = "aanvraag_beslissen"
    FIATTEREN = "aanvraag_fiatteren"
    VERZENDEN = "aanvraag_verzenden"
    UITVOEREN = "aanvraag_uitvoeren"
    VOORSCHOT_BESLISSEN = "voorschot_beslissen"
    VOORSCHOT_TERUG = "voorschot_terugvorderen"
    HUISBEZOEK = "huisbezoek_doen"
    VOORTZETTEN = "tijdelijke_toekenning_voortzetten"
    HERSTELTERMIJN = "hersteltermijn_beoordelen"
    JONGERE_OVERDRAGEN = "jongere_overdragen"
    JONGERENLOKET = "jongerenloket_informeren"


_TEKST: dict[Taaksoort, tuple[str, str, Rol, Grondslag]] = {
    Taaksoort.AANMAKEN: (
        "Maak de klant en het werkproces af: afspraak, GWS en het formulier in de zaak.",
        "Stap 2 van de aanvraag is nog niet klaar.",
        Rol.RECEPTIE,
        WERKPROCES,
    ),
    Taaksoort.SCREENING: (
        "Rond de screening in het werkproces af: gesprek, verslag en zo nodig een voorschot.",
        "Stap 3 van de aanvraag is aan de beurt.",
        Rol.INKOMENSCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.INLEVEREN: (
        "Leg vast dat de klant de stukken inleverde, of sla de stap over met een reden.",
        "Stap 5 van de aanvraag is aan de beurt.",
        Rol.INKOMENSCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.TOELICHTEN: (
        "Maak een afspraak als er toelichting nodig is, of sla de stap over met een reden.",
        "Stap 6 van de aanvraag is aan de beurt.",
        Rol.INKOMENSCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.SCANNEN: (
        "Voeg de stukken toe aan de zaak.",
        "Stap 7 van de aanvraag is aan de beurt.",
        Rol.ADMINISTRATIE,
        WERKPROCES,
    ),
    Taaksoort.CONTROLEREN: (
        "Controleer of de stukken compleet zijn en bewaak de inlevertermijn.",
        "Stap 8 van de aanvraag is aan de beurt.",
        Rol.INKOMENSCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.TOEWIJZEN: (
        "Zet het werkproces op naam van een inkomensconsulent.",
        "De screening is klaar en de aanvraag heeft nog geen vaste inkomensconsulent.",
        Rol.RECEPTIE,
        WERKPROCES,
    ),
    Taaksoort.WERKPROCES_JOLO: (
        "Start het werkproces bij het jongerenloket (JOLO).",
        "De screening is gerapporteerd; de klant is jonger dan 27.",
        Rol.WERKCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.WERKPROCES_KONNECTED: (
        "Start het werkproces bij KonnecteD.",
        "De screening is gerapporteerd; de klant is 27 of ouder.",
        Rol.WERKCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.SR_SCREENEN: (
        "Screen de aanvraag administratief.",
        "De stukken zijn gecontroleerd; elke aanvraag wordt gescreend voor het onderzoek naar het recht.",
        Rol.SOCIALE_RECHERCHE,
        WERKPROCES,
    ),
    Taaksoort.SR_BEOORDELEN: (
        "Beoordeel als sociaal rechercheur of onderzoek nodig is.",
        "De administratieve screening vroeg om een beoordeling.",
        Rol.SOCIALE_RECHERCHE,
        WERKPROCES,
    ),
    Taaksoort.SR_ONDERZOEK: (
        "Doe onderzoek naar de signalen bij deze aanvraag.",
        "De screening gaf aan dat onderzoek nodig is.",
        Rol.SOCIALE_RECHERCHE,
        pw("53a"),
    ),
    Taaksoort.DOCUMENT_BEKIJKEN: (
        "Bekijk de nieuwe stukken in de zaak.",
        "Er zijn stukken toegevoegd.",
        Rol.INKOMENSCONSULENT,
        WERKPROCES,
    ),
    Taaksoort.BESLISSEN: (
        "Onderzoek het recht, rapporteer en beslis op de aanvraag.",
        "De screening door de sociale recherche is gedaan.",
        Rol.INKOMENSCONSULENT,
        pw("43", "1"),
    ),
    Taaksoort.FIATTEREN: (
        "Toets het besluit op de aanvraag voordat het de deur uitgaat.",
        "De inkomensconsulent heeft beslist.",
        Rol.TOETSER,
        WERKPROCES,
    ),
    Taaksoort.VERZENDEN: (
        "Laat de beschikking printen en verzenden, en leg de verzenddatum vast.",
        "De fiatteur is akkoord.",
        Rol.INKOMENSCONSULENT,
        awb("3:41"),
    ),
    Taaksoort.UITVOEREN: (
        "Voer het besluit op de aanvraag uit.",
        "De fiatteur is akkoord.",
        Rol.ADMINISTRATIE,
        WERKPROCES,
    ),
    Taaksoort.VOORSCHOT_BESLISSEN: (
        "Beslis op het verzoek om een voorschot.",
        "De klant heeft om een voorschot gevraagd.",
        Rol.INKOMENSCONSULENT,
        pw("52", "1"),
    ),
    Taaksoort.VOORSCHOT_TERUG: (
        "Beoordeel of het voorschot wordt teruggevorderd.",
        "Er is een voorschot betaald en de aanvraag leidt niet tot een uitkering.",
        Rol.INKOMENSCONSULENT,
        pw("58", "2"),
    ),
    Taaksoort.HUISBEZOEK: (
        "Doe een huisbezoek zodra dat kan.",
        "De uitkering is tijdelijk toegekend omdat er twijfel is over de woonsituatie.",
        Rol.INKOMENSCONSULENT,
        productenboek("2.4.3"),
    ),
    Taaksoort.VOORTZETTEN: (
        "Beslis of de uitkering na de tijdelijke toekenning doorloopt.",
        "Het huisbezoek is gedaan.",
        Rol.INKOMENSCONSULENT,
        productenboek("2.4.3"),
    ),
    Taaksoort.HERSTELTERMIJN: (
        "Ga na of de jongere de afspraken alsnog is nagekomen.",
        "De hersteltermijn is voorbij.",
        Rol.INKOMENSCONSULENT,
        productenboek("2.3.1"),
    ),
    Taaksoort.JONGERE_OVERDRAGEN: (
        "Neem de jongere over van het jongerenloket: inkomensondersteuning voor de uitkering, KonnecteD voor werk.",
        "De jongere heeft zich na vier weken opnieuw gemeld.",
        Rol.INKOMENSCONSULENT,
        productenboek("4.4"),
    ),
    Taaksoort.JONGERENLOKET: (
        "Laat het jongerenloket weten dat de jongere alle afspraken is nagekomen.",
        "De aanvraag van de jongere gaat nu in behandeling.",
        Rol.INKOMENSCONSULENT,
        productenboek("2.3.1"),
    ),
}


def taak(soort: Taaksoort, uiterste: date, waarom: str | None = None) -> TaakVoorstel:
    """Return the taak of this kind; ``waarom`` replaces the usual reason."""
    wat, gewoon, rol, grondslag = _TEKST[soort]
    return TaakVoorstel(
        soort=soort.value, wat=wat, waarom=waarom or gewoon, rol=rol, grondslag=grondslag, uiterste=uiterste
    )
