"""Moves of the intake before the screening: reporting, calling, planning, withdrawing."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from app.demo.medewerkers import GEMEENTEN, Collega
from app.demo.mens import Bijzonder, Gezin, Mens, bsn_van, geboren
from app.demo.mensen import NUMMER
from app.demo.toneel import Toneel, iemand
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Contactdoel, Hulpvraag
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Actor, Rol
from app.services.intake import planning, wijzigen
from app.services.intake.melding import meld
from app.services.intake.opdrachten import (
    ContactpogingOpdracht,
    MeldingintrekkingOpdracht,
    MeldingOpdracht,
    MeldingPersoonOpdracht,
    NoShowOpdracht,
    ScreeningsafspraakOpdracht,
)
from app.services.klant import Postadres

TOELICHTING = (
    "Mijn contract is niet verlengd en mijn spaargeld is op.",
    "Sinds de scheiding heb ik geen eigen inkomen meer.",
    "Ik ben gestopt met mijn bedrijf; er komt niets meer binnen.",
    "Mijn ww is afgelopen en ik vind geen werk.",
    "Ik ben klaar met school en zoek hulp bij het vinden van werk.",
)
TWEE_WEKEN = 10
"""In werkdagen: later the aanvragen of half of the people come apart from the melding."""


def afspraak(begin: datetime, consulent: Collega, reden: str | None = None) -> ScreeningsafspraakOpdracht:
    """Return the request for a screeningsgesprek."""
    return ScreeningsafspraakOpdracht(begin=begin, inkomensconsulent_id=consulent.id, reden_buiten_norm=reden)


def met_aanvraag(mens: Mens) -> bool:
    """Tell whether the aanvraag was done together with the melding; most who report online do so."""
    online = mens.kanaal is Kanaal.DIGITAAL and not mens.jongere and not mens.is_(Bijzonder.STUKKEN_TE_LAAT)
    return online and (mens.gemeld > TWEE_WEKEN or NUMMER[mens.naam] % 2 == 0)


def registreer(toneel: Toneel, gezin: Gezin, gepland: ScreeningsafspraakOpdracht | None) -> None:
    """Register a melding; on the phone the screeningsgesprek is planned in the same call."""
    eerste = gezin[0]
    opdracht = MeldingOpdracht(
        kanaal=eerste.kanaal,
        gemeente=GEMEENTEN[0],
        meldingsdatum=toneel.vandaag,
        hulpvragen=_hulpvragen(eerste),
        toelichting=TOELICHTING[NUMMER[eerste.naam] % len(TOELICHTING)],
        aanvraagdatum=toneel.vandaag if met_aanvraag(eerste) else None,
        formulierlink_verzonden=eerste.kanaal is Kanaal.TELEFONISCH,
        personen=[_persoon(toneel, mens, samen=len(gezin) > 1) for mens in gezin],
        screeningsafspraak=gepland,
    )
    beeld = toneel.doe(_balie(eerste), meld, opdracht)
    for mens, (_, klant) in zip(gezin, beeld.personen, strict=True):
        toneel.onthoud("klant", mens.naam, klant.id)
        toneel.onthoud("melding", mens.naam, beeld.melding.id)
        toneel.mensen[klant.id] = mens


def _hulpvragen(mens: Mens) -> list[Hulpvraag]:
    extra = [Hulpvraag.WERK] if mens.jongere else []
    if mens.is_(Bijzonder.SCHULDEN):
        extra.append(Hulpvraag.BUDGETADVIES_SCHULDHULP)
    return [Hulpvraag.BIJSTANDSUITKERING, *extra]


def _persoon(toneel: Toneel, mens: Mens, *, samen: bool) -> MeldingPersoonOpdracht:
    nummer = NUMMER[mens.naam]
    alleen = Leefvorm.ALLEENSTAANDE
    if Kenmerk.ALLEENSTAANDE_OUDER in mens.kenmerken:
        alleen = Leefvorm.ALLEENSTAANDE_OUDER
    return MeldingPersoonOpdracht(
        bsn=bsn_van(nummer),
        voornamen=mens.voornamen,
        achternaam=mens.achternaam,
        geboortedatum=geboren(nummer, mens.leeftijd, toneel.kalender.ijkdag),
        telefoon=f"06 123450{nummer:02d}",
        email=_email(mens.naam),
        adres=Postadres(straat="Voorbeeldstraat", huisnummer=nummer + 1, postcode="7411 AB", woonplaats="Deventer"),
        leefvorm=Leefvorm.GEHUWD if samen else alleen,
        kenmerken=mens.kenmerken,
    )


def _email(naam: str) -> str:
    kaal = unicodedata.normalize("NFKD", naam.lower()).encode("ascii", "ignore").decode()
    return f"{kaal.replace(' ', '.')}@voorbeeld.example"


def _balie(mens: Mens) -> Actor:
    return iemand(Rol.RECEPTIE, NUMMER[mens.naam])


def bel(toneel: Toneel, mens: Mens) -> None:
    """Call after a digital melding; some do not pick up."""
    bereikt = not mens.is_(Bijzonder.NIET_BEREIKT)
    poging = ContactpogingOpdracht(bereikt=bereikt, toelichting=None if bereikt else "Voicemail ingesproken.")
    toneel.doe(_balie(mens), planning.leg_contact_vast, poging, melding_id=toneel.van("melding", mens.naam))


def plan(toneel: Toneel, mens: Mens, opdracht: ScreeningsafspraakOpdracht) -> None:
    """Put the screeningsgesprek in the agenda."""
    toneel.doe(_balie(mens), planning.plan, opdracht, melding_id=toneel.van("melding", mens.naam))


def verschijn_niet(toneel: Toneel, mens: Mens, consulent: Collega) -> None:
    """Nobody came to the screeningsgesprek."""
    opdracht = NoShowOpdracht(bekend_bij_team=False)
    wie = consulent.actor(Rol.INKOMENSCONSULENT)
    toneel.doe(wie, planning.registreer_no_show, opdracht, melding_id=toneel.van("melding", mens.naam))


def plan_opnieuw(toneel: Toneel, mens: Mens, opdracht: ScreeningsafspraakOpdracht) -> None:
    """Call somebody who did not come, and plan another moment."""
    melding_id, doel = toneel.van("melding", mens.naam), Contactdoel.NIET_VERSCHENEN
    poging = ContactpogingOpdracht(bereikt=True, doel=doel, toelichting="De afspraak was vergeten.")
    toneel.doe(_balie(mens), planning.leg_contact_vast, poging, melding_id=melding_id)
    plan(toneel, mens, opdracht)


def trek_in(toneel: Toneel, mens: Mens) -> None:
    """Withdraw the melding: the klant found work and signed for it."""
    opdracht = MeldingintrekkingOpdracht(getekend_op=toneel.vandaag, reden="Heeft werk gevonden.")
    toneel.doe(_balie(mens), wijzigen.trek_in, opdracht, melding_id=toneel.van("melding", mens.naam))
