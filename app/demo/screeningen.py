"""Moves around the screening: the conversation, the voorschot, the report and the stukken."""

from __future__ import annotations

from datetime import datetime

from app.demo.handwerk import handel_af
from app.demo.medewerkers import GEMEENTEN, Collega
from app.demo.meldingen import met_aanvraag
from app.demo.mens import Bijzonder, Gezin, Mens, Route
from app.demo.mensen import NUMMER
from app.demo.toneel import Toneel, iemand
from app.domain.intake.feiten import (
    BadGesprek,
    Invulvermogen,
    RedenNietInStaat,
    Schuldvraag,
    ScreeningUitkomst,
    Voorziening,
)
from app.domain.intake.soorten import Contactdoel, Hulpvraag, Rechtschatting, Voorlichting
from app.domain.kern.norm import NormBeleid
from app.domain.kern.rollen import Rol
from app.domain.verwijzing.beleid import Verwijswijze
from app.services.aanvraag.openen import OpenAanvraagOpdracht, open_werkproces
from app.services.intake import planning, stukken, wijzigen
from app.services.intake.opdrachten import (
    AanvultermijnOpdracht,
    ContactpogingOpdracht,
    OntvangenStuk,
    OntvangstOpdracht,
    ScreeningsverslagOpdracht,
    VoorschotOpdracht,
    WijzigMeldingOpdracht,
)
from app.services.intake.screening import rapporteer, rond_af
from app.services.intake.screeningopdracht import (
    DariuzOpdracht,
    GescreendePersoon,
    LoketOpdracht,
    ScreeningOpdracht,
    Screeningsverwijzing,
)
from app.services.intake.voorschot import ken_toe

GOED = (Schuldvraag.VASTE_LASTEN_BETAALD, Schuldvraag.KOMENDE_MAAND_BETAALBAAR, Schuldvraag.BUFFER_ONVOORZIEN)
VERSLAG = "Inkomen, woonsituatie en financiën besproken; er is geen directe grond om af te wijzen."
GENOEG_WEKEN_WW = 30


def screen(toneel: Toneel, gezin: Gezin, consulent: Collega, einde: datetime) -> None:
    """Record how the screeningsgesprek went."""
    eerste = gezin[0]
    doorverwezen = eerste.route is Route.DOORVERWIJZEN
    schulden = eerste.is_(Bijzonder.SCHULDEN)
    opdracht = ScreeningOpdracht(
        uitkomst=ScreeningUitkomst.DOORVERWEZEN if doorverwezen else ScreeningUitkomst.VERVOLG,
        einde=einde,
        personen=[_besproken(toneel, mens) for mens in gezin],
        recht=Rechtschatting.NEE if doorverwezen else Rechtschatting.ONZEKER,
        reden_recht="Inkomen onder de norm; het vermogen moet nog blijken uit de stukken.",
        schulden={vraag: (vraag in GOED) is not schulden for vraag in Schuldvraag},
        bad_gesprek=BadGesprek.GEPLAND if schulden else BadGesprek.NIET_NODIG,
        broodnood=eerste.is_(Bijzonder.BROODNOOD),
        voorlichting=tuple(Voorlichting),
        formulier_meegegeven_op=None if met_aanvraag(eerste) else toneel.vandaag,
        verwijzing=Screeningsverwijzing(instantie="UWV", wijze=Verwijswijze.INFORMATIE) if doorverwezen else None,
    )
    wie = consulent.actor(Rol.INKOMENSCONSULENT)
    beeld = toneel.doe(wie, rond_af, opdracht, melding_id=toneel.van("melding", eerste.naam))
    toneel.onthoud("screening", eerste.naam, beeld.screeningen[-1].id)
    if not doorverwezen:
        open_aanvraag(toneel, eerste)
    for verzoek in beeld.verzoeken:
        toneel.onthoud("verzoek", eerste.naam, verzoek.id)
    for nummer, stuk in enumerate(beeld.stukken):
        toneel.onthoud(f"stuk {nummer}", eerste.naam, stuk.id)


def open_aanvraag(toneel: Toneel, mens: Mens) -> None:
    """Open the werkproces of the aanvraag."""
    opdracht = OpenAanvraagOpdracht(gedaan=["afspraak_gemaakt", "klant_in_gws", "formulier_in_zaak"])
    wie, melding_id = iemand(Rol.RECEPTIE, NUMMER[mens.naam]), toneel.van("melding", mens.naam)
    toneel.onthoud("aanvraag", mens.naam, toneel.doe(wie, open_werkproces, opdracht, melding_id=melding_id).aanvraag.id)


def _besproken(toneel: Toneel, mens: Mens) -> GescreendePersoon:
    taal = mens.is_(Bijzonder.TAAL)
    vermogen = Invulvermogen.MET_HULP if mens.is_(Bijzonder.HULP_BIJ_DARIUZ) else Invulvermogen.ZELFSTANDIG
    return GescreendePersoon(
        klant_id=toneel.klant(mens),
        aanwezig=True,
        primaire_vraag=Hulpvraag.BIJSTANDSUITKERING,
        loket=LoketOpdracht(
            gewerkte_weken=GENOEG_WEKEN_WW if mens.route is Route.DOORVERWIJZEN else 6,
            gestopt_door_ziekte=False,
            ww_gehad=False,
            inkomen=0,
            recht_stufi_wtos=False,
            medische_beperking=False,
            voorliggend=dict.fromkeys(Voorziening, False),
        ),
        dariuz=DariuzOpdracht(
            vermogen=Invulvermogen.NIET_IN_STAAT if taal else vermogen,
            reden=RedenNietInStaat.TAAL if taal else None,
        ),
    )


def geef_voorschot(toneel: Toneel, gezin: Gezin, consulent: Collega) -> None:
    """Give a voorschot of the whole norm to a household in need of bread."""
    norm = toneel.register.geldend(NormBeleid, GEMEENTEN[0], toneel.vandaag).beleid
    bedrag = norm.gehuwden_21_tot_aow if len(gezin) > 1 else norm.alleenstaande_21_tot_aow
    assert bedrag.waarde is not None
    opdracht = VoorschotOpdracht(bedrag=bedrag.waarde, meegedeeld=True)
    melding_id = toneel.van("melding", gezin[0].naam)
    toneel.doe(consulent.actor(Rol.INKOMENSCONSULENT), ken_toe, opdracht, melding_id=melding_id)


def bereid_voor(toneel: Toneel, mens: Mens) -> None:
    """Plan the ambitiegesprek with the klant, and send the link of Dariuz."""
    handel_af(toneel, mens, "ambitiegesprek_plannen", "Met de klant afgesproken; de uitnodiging is gemaild.")
    handel_af(toneel, mens, "dariuz_uitnodigen", "Link gemaild.")


def rapporteer_gesprek(toneel: Toneel, mens: Mens, consulent: Collega) -> None:
    """Write the report, a day later."""
    wie, screening_id = consulent.actor(Rol.INKOMENSCONSULENT), toneel.van("screening", mens.naam)
    toneel.doe(wie, rapporteer, ScreeningsverslagOpdracht(tekst=VERSLAG), screening_id=screening_id)


def bel_over_stukken(toneel: Toneel, mens: Mens) -> None:
    """Call because the stukken are not there yet."""
    poging = ContactpogingOpdracht(bereikt=True, doel=Contactdoel.STUKKEN, hulp_nodig=False)
    wie, melding_id = iemand(Rol.INKOMENSCONSULENT, NUMMER[mens.naam]), toneel.van("melding", mens.naam)
    toneel.doe(wie, planning.leg_contact_vast, poging, melding_id=melding_id)


def geef_aanvultermijn(toneel: Toneel, mens: Mens) -> None:
    """Give a second term for the stukken."""
    wie, verzoek_id = iemand(Rol.INKOMENSCONSULENT, NUMMER[mens.naam]), toneel.van("verzoek", mens.naam)
    toneel.doe(wie, stukken.stuur_aanvultermijn, AanvultermijnOpdracht(), verzoek_id=verzoek_id)


def ontvang_stukken(toneel: Toneel, mens: Mens) -> None:
    """Take in all stukken."""
    nummers = [
        nummer for (soort, naam), nummer in toneel.ids.items() if naam == mens.naam and soort.startswith("stuk ")
    ]
    opdracht = OntvangstOpdracht(stukken=[OntvangenStuk(stuk_id=nummer) for nummer in nummers])
    wie, verzoek_id = iemand(Rol.RECEPTIE, NUMMER[mens.naam]), toneel.van("verzoek", mens.naam)
    toneel.doe(wie, stukken.ontvang, opdracht, verzoek_id=verzoek_id)


def ontvang_aanvraag(toneel: Toneel, mens: Mens) -> None:
    """Record that the aanvraag has come."""
    opdracht = WijzigMeldingOpdracht(aanvraagdatum=toneel.vandaag, formulier_ontvangen_op=toneel.vandaag)
    wie = iemand(Rol.RECEPTIE, NUMMER[mens.naam])
    toneel.doe(wie, wijzigen.wijzig, opdracht, melding_id=toneel.van("melding", mens.naam))
