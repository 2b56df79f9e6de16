"""The rules of a referral: to whom, how the instantie is told, by when it gets in touch, and when it is done."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import uren_termijn
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.verwijzing.beleid import Instantie, Verwijsaanleiding, Verwijswijze, VerwijzingBeleid

_HULP: Final = productenboek("2.2.2")
_BAD: Final = productenboek("2.4.3")
_CAMBIO: Final = productenboek("4.2")
MET_HAAST: Final = frozenset({Verwijsaanleiding.SCHULDEN, Verwijsaanleiding.DREIGENDE_UITHUISZETTING})


class Overdrachtswijze(StrEnum):
    """How the instantie is told: by mail, or by phone when it is urgent (DEV-DIG-012)."""

    MAIL = "mail"
    TELEFOON = "telefoon"


class Gegeven(StrEnum):
    """What may be shared with an instantie: no more than the referral needs (DEV-DIG-008)."""

    NAAM = "naam"
    TELEFOON = "telefoon"
    EMAIL = "email"
    AANLEIDING = "aanleiding"
    TAAL = "taal"


class Taaksoort(StrEnum):
    """The kinds of taken of a referral."""

    CONTACT = "verwijzing_contact_nagaan"
    BEVESTIGING = "warme_overdracht_bevestigen"
    RAPPORTAGE = "trajectrapportage_vragen"


class Trajectpartij(StrEnum):
    """The three who work together in a traject for niet-willers (DEV-MTR-004)."""

    AANBIEDER = "aanbieder"
    WERKCONSULENT = "werkconsulent"
    INKOMENSCONSULENT = "inkomensconsulent"


def overdracht_van(spoed: bool) -> Overdrachtswijze:
    """Return how the instantie is told (DEV-DIG-012)."""
    return Overdrachtswijze.TELEFOON if spoed else Overdrachtswijze.MAIL


def contact_uiterlijk(
    aanleiding: Verwijsaanleiding, instantie: Instantie, moment: datetime, beleid: VerwijzingBeleid
) -> datetime | None:
    """Return the moment by which the instantie has called the klant; None when there is no haste (DEV-DIG-012)."""
    if not instantie.neemt_contact_op or aanleiding not in MET_HAAST:
        return None
    return uren_termijn(moment, beleid.contact_uren.waarde)


def contact_te_laat(uiterlijk: datetime | None, contact_op: datetime | None, nu: datetime) -> bool:
    """Tell whether the term went by without contact, or the contact came after it (DEV-DIG-012)."""
    return uiterlijk is not None and (contact_op or nu) > uiterlijk


def toets_instantie(aanleiding: Verwijsaanleiding, code: str, beleid: VerwijzingBeleid) -> Toets:
    """Ask for a place on the sociale kaart that helps with this; help in filling in is independent (DEV-AAN-024)."""
    mogelijk = tuple(plek.code for plek in beleid.plekken(aanleiding))
    if aanleiding is Verwijsaanleiding.HULP_BIJ_INVULLEN:
        mogelijk = tuple(plek.code for plek in beleid.plekken(aanleiding) if plek.onafhankelijk)
    zin = f"Kies van de sociale kaart: {', '.join(mogelijk)}."
    feiten = {"instantie": code, "aanleiding": aanleiding.value}
    return maak_toets("instantie_op_sociale_kaart", code in mogelijk, _HULP, feiten, zin)


def toets_wens(aanleiding: Verwijsaanleiding, wens_klant: bool | None) -> Toets:
    """Ask that a klant who is referred to a financial coach for the asking did ask (DEV-DIG-008)."""
    klopt = aanleiding is not Verwijsaanleiding.WENS_FINANCIELE_COACH or wens_klant is True
    zin = "De klant wil hulp van een financiële coach; alleen dan gaan de gegevens door."
    return maak_toets("wens_van_de_klant", klopt, _BAD, {"wens_klant": wens_klant}, zin)


def toets_afspraak(wijze: Verwijswijze, afspraak_op: datetime | None) -> Toets:
    """Ask for the moment of an appointment that was arranged for the klant (DEV-SCR-006)."""
    klopt = wijze is not Verwijswijze.AFSPRAAK_GEREGELD or afspraak_op is not None
    zin = "Bij een geregelde afspraak staat wanneer die is."
    return maak_toets("afspraak_bekend", klopt, _HULP, {"wijze": wijze.value}, zin)


def toets_overgenomen(wijze: Verwijswijze, bevestigd: bool) -> Toets:
    """Ask that a warm handover was acknowledged before the referral is closed (DEV-SCR-006)."""
    klopt = wijze is not Verwijswijze.WARME_OVERDRACHT or bevestigd
    zin = "Bij een warme overdracht heeft de instantie bevestigd dat zij het overneemt."
    return maak_toets("overdracht_bevestigd", klopt, _HULP, {"wijze": wijze.value, "bevestigd": bevestigd}, zin)


def contacttaak(uiterlijk: datetime, beleid: VerwijzingBeleid) -> TaakVoorstel:
    """Return the taak to check that the instantie called the klant; late when the term is over (DEV-DIG-012)."""
    return TaakVoorstel(
        soort=Taaksoort.CONTACT.value,
        wat="Ga na of de instantie contact met de klant heeft gehad.",
        waarom=f"De instantie neemt binnen {beleid.contact_uren.waarde} uur contact op met de klant.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=beleid.contact_uren.grondslag,
        uiterste=dag(uiterlijk),
    )


def bevestigingstaak(moment: datetime, beleid: VerwijzingBeleid) -> TaakVoorstel:
    """Return the taak to get a warm handover acknowledged (DEV-SCR-006)."""
    return TaakVoorstel(
        soort=Taaksoort.BEVESTIGING.value,
        wat="Vraag de instantie te bevestigen dat zij de klant overneemt.",
        waarom="De klant is warm overgedragen; dat is pas klaar als de instantie het bevestigt.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=beleid.bevestigen_werkdagen.grondslag,
        uiterste=tel_werkdagen(dag(moment), beleid.bevestigen_werkdagen.waarde),
    )


def toets_niet_willer(aanleiding: Verwijsaanleiding, gemarkeerd: bool) -> Toets:
    """Ask for the mark niet-willer, for which the traject is (DEV-MTR-004, DEV-MTR-508)."""
    klopt = aanleiding is not Verwijsaanleiding.NIET_WILLER or gemarkeerd
    zin = "Het traject voor niet-willers is voor een klant die zo is gemarkeerd."
    return maak_toets("gemarkeerd_als_niet_willer", klopt, _CAMBIO, {"gemarkeerd": gemarkeerd}, zin)


def toets_partijen(aanleiding: Verwijsaanleiding, consulent: bool, inkomensconsulent: bool) -> Toets:
    """Ask for both consulenten, who work together with the aanbieder (DEV-MTR-004)."""
    klopt = aanleiding is not Verwijsaanleiding.NIET_WILLER or (consulent and inkomensconsulent)
    zin = "De klant heeft een werkconsulent en een inkomensconsulent, die met de aanbieder samenwerken."
    gezien = {"werkconsulent": consulent, "inkomensconsulent": inkomensconsulent}
    return maak_toets("drie_partijen", klopt, _CAMBIO, gezien, zin)


def rapportagetaak(vanaf: date, beleid: VerwijzingBeleid) -> TaakVoorstel:
    """Return the taak to ask the aanbieder for its report, some weeks after ``vanaf`` (DEV-MTR-004)."""
    weken = beleid.rapportage_weken
    return TaakVoorstel(
        soort=Taaksoort.RAPPORTAGE.value,
        wat="Vraag de aanbieder hoe het traject gaat, leg het vast en bespreek het met de inkomensconsulent.",
        waarom=f"Van dit traject komt om de {weken.waarde} weken een rapportage.",
        rol=Rol.WERKCONSULENT,
        grondslag=weken.grondslag,
        uiterste=vanaf + timedelta(weeks=weken.waarde),
    )
