"""Moves of a subsidie for an employer, and of doelgroep and loonwaarde for loonkostensubsidie."""

from __future__ import annotations

from decimal import Decimal

from app.demo.mens import Mens
from app.demo.toneel import Toneel, een_ander, iemand
from app.demo.werkgevers import DIENSTVERBAND, EURO
from app.domain.doelgroep.categorie import Doelgroepregister
from app.domain.kern.rollen import Rol
from app.domain.loonkosten.doelgroep import LksVerzoeker, Vaststelwijze
from app.domain.subsidie.gegevens import Gebrek, Kostenregel, Kostensoort, Startbaangegevens, Tegemoetkominggegevens
from app.services.besluit.bekendmaken import BekendmakingOpdracht, maak_bekend
from app.services.besluit.toetsen import ToetsingOpdracht, toets_besluit
from app.services.doelgroep.vastleggen import leg_feit_vast
from app.services.loonkosten.opdrachten import (
    LksDoelgroepzaakOpdracht,
    LoonkostenbesluitOpdracht,
    LoonwaardetaakOpdracht,
    LoonwaardezaakOpdracht,
)
from app.services.loonkosten.openen import open_doelgroep, open_loonwaarde
from app.services.loonkosten.zaken import beslis_zaak
from app.services.subsidie.aanvragen import beslis_aanvraag, vraag_aan
from app.services.subsidie.betaalfeed import bevestig, haal_op
from app.services.subsidie.betaalopdrachten import (
    BetaalbevestigingOpdracht,
    BetaalleveringOpdracht,
    SubsidiefactuurOpdracht,
)
from app.services.subsidie.betalen import betaal
from app.services.subsidie.facturen import dien_in
from app.services.subsidie.lezen import bekijk
from app.services.subsidie.opdrachten import SubsidiebesluitOpdracht, SubsidieOpdracht

SUBSIDIE, BESLUIT, ZAAK = "subsidie", "subsidiebesluit", "loonkostenzaak"
STARTBAAN = Startbaangegevens(
    regeling="startbaansubsidie",
    kosten=(
        Kostenregel(
            soort=Kostensoort.EXTRA_BEGELEIDING,
            omschrijving="Extra begeleiding door een collega, acht weken.",
            bedrag=2_400 * EURO,
            aanvaard=True,
        ),
    ),
    afstand_tot_arbeidsmarkt=True,
    passend=True,
    passend_motivering="De klant werkte lang niet en leert het vak nog.",
    eerlijke_concurrentie=True,
    geen_verdringing=True,
)
TEGEMOETKOMING = Tegemoetkominggegevens(
    regeling="tijdelijke_tegemoetkoming_loonkosten",
    compenseert=(Gebrek.ARBEIDSRITME,),
    ontwikkelpotentieel=True,
    structurele_beperking=False,
    andere_aanspraken=(),
    eerlijke_concurrentie=True,
    geen_verdringing=True,
)


def vraag_subsidie(toneel: Toneel, mens: Mens, gegevens: Startbaangegevens | Tegemoetkominggegevens) -> None:
    """Ask for a subsidie for the dienstverband."""
    opdracht = SubsidieOpdracht(dienstverband_id=toneel.van(DIENSTVERBAND, mens.naam), gegevens=gegevens)
    beeld = toneel.doe(toneel.consulent(mens), vraag_aan, opdracht, klant_id=toneel.klant(mens))
    toneel.onthoud(SUBSIDIE, mens.naam, beeld.rij.id)


def beslis_subsidie(toneel: Toneel, mens: Mens) -> None:
    """Decide on the aanvraag."""
    opdracht = SubsidiebesluitOpdracht(motivering="De begeleiding is nodig om het werk te leren.")
    nummer = toneel.van(SUBSIDIE, mens.naam)
    stand = toneel.doe(toneel.consulent(mens), beslis_aanvraag, opdracht, subsidie_id=nummer)
    toneel.onthoud(BESLUIT, mens.naam, stand.besluit.id)


def toets(toneel: Toneel, mens: Mens) -> None:
    """Check the besluit, as somebody else."""
    opdracht = ToetsingOpdracht(akkoord=True, reden="Feiten, grondslag en bedrag kloppen.")
    wie = een_ander(Rol.TOETSER, toneel.van("consulent", mens.naam)).actor(Rol.TOETSER)
    toneel.doe(wie, toets_besluit, opdracht, besluit_id=toneel.van(BESLUIT, mens.naam))


def verzend(toneel: Toneel, mens: Mens) -> None:
    """Send the besluit."""
    opdracht = BekendmakingOpdracht(verzonden_op=toneel.vandaag)
    toneel.doe(iemand(Rol.ADMINISTRATIE), maak_bekend, opdracht, besluit_id=toneel.van(BESLUIT, mens.naam))


def betaal_factuur(toneel: Toneel, mens: Mens) -> None:
    """Record the first invoice; somebody else releases the payment, and the financial administration pays it."""
    nummer = toneel.van(SUBSIDIE, mens.naam)
    administratie = iemand(Rol.ADMINISTRATIE)
    eerste = toneel.lees(administratie, lambda h: bekijk(h, nummer)).termijnen[0]
    factuur = SubsidiefactuurOpdracht(
        termijn=eerste.nummer,
        factuurnummer=f"{toneel.vandaag:%Y}-0117",
        factuurdatum=toneel.vandaag,
        bedrag=eerste.bedrag,
    )
    toneel.doe(administratie, dien_in, factuur, subsidie_id=nummer)
    opdracht = toneel.doe(iemand(Rol.INKOMENSCONSULENT), betaal, termijn_id=eerste.id)
    koppeling = iemand(Rol.KOPPELING)
    toneel.doe(koppeling, haal_op, BetaalleveringOpdracht())
    betaald = BetaalbevestigingOpdracht(extern_kenmerk=f"FIN-{toneel.vandaag:%Y}-004711")
    toneel.doe(koppeling, bevestig, betaald, opdracht_id=opdracht.id)


def open_lks(toneel: Toneel, mens: Mens) -> None:
    """Begin to establish that somebody belongs to the doelgroep, who is in the doelgroepregister."""
    wie, klant_id = toneel.consulent(mens), toneel.klant(mens)
    feit = Doelgroepregister(
        soort="doelgroepregister", datum=toneel.vandaag, staat_erin=True, bron="Doelgroepregister van het UWV"
    )
    toneel.doe(wie, leg_feit_vast, feit, klant_id=klant_id)
    opdracht = LksDoelgroepzaakOpdracht(
        wijze=Vaststelwijze.OP_VERZOEK,
        verzoeker=LksVerzoeker.PERSOON,
        behoort_tot_doelgroep=True,
        niet_tot_minimumloon=True,
        mogelijkheden=True,
    )
    beeld = toneel.doe(wie, open_doelgroep, opdracht, klant_id=klant_id)
    toneel.onthoud(ZAAK, mens.naam, beeld.zaak.id)


def open_meting(toneel: Toneel, mens: Mens) -> None:
    """Bring in the report about the loonwaarde, after the visit to the workplace."""
    opdracht = LoonwaardezaakOpdracht(
        geldt_vanaf=toneel.vandaag,
        methode="Dariuz",
        bedrijfsbezoek_op=toneel.vandaag,
        rapport=f"LW-{toneel.vandaag:%Y}-17",
        normfunctie="magazijnmedewerker",
        uren_per_week=Decimal(24),
        individueel=True,
        adviseur="Loonwaardedeskundige van het werkbedrijf",
        taken=(_taak(60, 80, 90, 85, 180), _taak(40, 100, 100, 100, 110)),
        zienswijze_werkgever="Het tempo is redelijk en wordt nog beter.",
    )
    beeld = toneel.doe(toneel.consulent(mens), open_loonwaarde, opdracht, klant_id=toneel.klant(mens))
    toneel.onthoud(ZAAK, mens.naam, beeld.zaak.id)


def _taak(tijd: int, tempo: int, kwaliteit: int, netto: int, minuten: int) -> LoonwaardetaakOpdracht:
    delen = {"tijd": tijd, "tempo": tempo, "kwaliteit": kwaliteit, "netto_werktijd": netto}
    return LoonwaardetaakOpdracht(**{naam: Decimal(deel) for naam, deel in delen.items()}, minuten_per_dag=minuten)


def beslis_loonkosten(toneel: Toneel, mens: Mens) -> None:
    """Decide on doelgroep or loonwaarde."""
    opdracht = LoonkostenbesluitOpdracht(motivering="Dit past bij wat wij op de werkplek zien.")
    stand = toneel.doe(toneel.consulent(mens), beslis_zaak, opdracht, zaak_id=toneel.van(ZAAK, mens.naam))
    toneel.onthoud(BESLUIT, mens.naam, stand.besluit.id)
