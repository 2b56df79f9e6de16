"""Kick-offs at a distance, and reaching a klant by every way (Productenboek 2.4.6, 3.3, 4.3)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from app.domain.afspraak.beleid import AfspraakBeleid, KickOffRegels
from app.domain.afspraak.feiten import Bereikkanaal, KickOffDeelname, KickOffVorm
from app.domain.beleid.model import Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

_TELEFONISCH = productenboek("3.3")
_BEREIKEN = productenboek("2.4.6")
_TWEEDE = productenboek("2.4.4")


def opgeschort(klantgroep: Klantgroep, beleid: AfspraakBeleid) -> Waarde[bool] | None:
    """Return whether kick-offs of a klantgroep are suspended (DEV-DIG-501); None for Zorgen, which has none."""
    instellingen = {
        Klantgroep.MATCHEN: beleid.kick_off_opgeschort_matchen,
        Klantgroep.GROEIEN: beleid.kick_off_opgeschort_groeien,
        Klantgroep.FACILITEREN: beleid.kick_off_opgeschort_faciliteren,
    }
    return instellingen.get(klantgroep)


def toets_niet_opgeschort(klantgroep: Klantgroep, instelling: Waarde[bool]) -> Toets:
    """Test that kick-offs of a klantgroep are held in this period (DEV-DIG-501)."""
    zin = f"De kick-off {klantgroep.naam} is opgeschort; plan een kennismakingsgesprek."
    gezien = {"klantgroep": klantgroep}
    return maak_toets("kick_off_niet_opgeschort", not instelling.waarde, instelling.grondslag, gezien, zin)


def toetsen_deelname(deelname: KickOffDeelname, regels: Waarde[KickOffRegels]) -> tuple[Toets, ...]:
    """Test how somebody took part in a kick-off (DEV-DIG-024, DEV-DIG-033)."""
    return (
        toets_deelnamevorm(deelname, regels),
        toets_telefonisch(deelname),
        toets_subgroep(deelname, regels),
    )


def toets_deelnamevorm(deelname: KickOffDeelname, regels: Waarde[KickOffRegels]) -> Toets:
    """Test that the kick-off could be followed in this form (DEV-DIG-024)."""
    vormen = tuple(vorm.value for vorm in regels.waarde.vormen)
    zin = f"De kick-off kan nu in de vorm: {', '.join(vormen)}."
    in_orde = deelname.vorm in regels.waarde.vormen
    return maak_toets("vorm_kick_off", in_orde, regels.grondslag, {"vorm": deelname.vorm}, zin)


def toets_telefonisch(deelname: KickOffDeelname) -> Toets:
    """Test that a kick-off by telephone is for who has neither the skills nor a device (DEV-DIG-024)."""
    nodig = deelname.vorm is KickOffVorm.TELEFONISCH
    in_orde = not nodig or (deelname.digitaal_vaardig is False and deelname.heeft_apparaat is False)
    zin = "Een telefonische kick-off is voor wie niet digitaal vaardig is én geen apparaat heeft."
    gezien = {"digitaal_vaardig": deelname.digitaal_vaardig, "heeft_apparaat": deelname.heeft_apparaat}
    return maak_toets("telefonisch_mogelijk", in_orde, _TELEFONISCH, gezien, zin)


def toets_subgroep(deelname: KickOffDeelname, regels: Waarde[KickOffRegels]) -> Toets:
    """Test that a deelnemer of an online kick-off stands in one of its sub-groups (DEV-DIG-033)."""
    aantal = regels.waarde.subgroepen
    nodig = aantal is not None and deelname.vorm is KickOffVorm.ONLINE
    in_orde = not nodig or 1 <= (deelname.subgroep or 0) <= (aantal or 0)
    zin = f"Na het gezamenlijke deel gaat de groep in {aantal} subgroepen verder; geef het nummer."
    return maak_toets("subgroep_ingedeeld", in_orde, regels.grondslag, {"subgroep": deelname.subgroep}, zin)


def toets_onderdelen(gedaan: Collection[str], regels: Waarde[KickOffRegels]) -> Toets:
    """Test that every part of the programme was done; what is missing is a signal only (DEV-DIG-025, DEV-DIG-033)."""
    mist = tuple(deel for deel in regels.waarde.onderdelen if deel not in gedaan)
    zin = "Alle onderdelen van de kick-off zijn aan de orde geweest."
    return maak_toets("onderdelen_behandeld", not mist, regels.grondslag, {"ontbreekt": mist}, zin)


def taken_workshops(regels: Waarde[KickOffRegels], vandaag: date, werkdagen: int) -> tuple[TaakVoorstel, ...]:
    """Return the tasks to plan a workshop for each theme that was moved out of the kick-off (DEV-DIG-025)."""
    return tuple(
        TaakVoorstel(
            soort="workshop_plannen",
            wat=f"Plan een workshop over {thema.replace('_', ' ')} voor de deelnemers.",
            waarom="Dit onderwerp is uit de online kick-off gehaald.",
            rol=Rol.WERKCONSULENT,
            grondslag=regels.grondslag,
            uiterste=tel_werkdagen(vandaag, werkdagen),
        )
        for thema in regels.waarde.aparte_workshops
    )


def te_proberen(
    norm: Waarde[tuple[Bereikkanaal, ...]], *, heeft_telefoon: bool, heeft_mail: bool
) -> tuple[Bereikkanaal, ...]:
    """Return by which ways this klant must be tried: those of the policy that exist for the klant (DEV-DIG-022)."""
    return tuple(k for k in norm.waarde if (heeft_mail if k is Bereikkanaal.MAIL else heeft_telefoon))


def toets_bereikpogingen(
    geprobeerd: Collection[Bereikkanaal], nodig: Sequence[Bereikkanaal], norm: Waarde[tuple[Bereikkanaal, ...]]
) -> Toets:
    """Test that every available way was tried before a hersteltermijn (DEV-DIG-022)."""
    mist = tuple(kanaal.value for kanaal in nodig if kanaal not in geprobeerd)
    zin = f"Probeer de klant eerst op elke manier te bereiken; nog niet geprobeerd: {', '.join(mist)}."
    return maak_toets("op_elke_manier_geprobeerd", not mist, norm.grondslag, {"ontbreekt": mist}, zin)


def taak_inkomensconsulent(vandaag: date, werkdagen: int) -> TaakVoorstel:
    """Return the task to contact the inkomensconsulent when a hersteltermijn went out (DEV-DIG-022)."""
    return TaakVoorstel(
        soort="inkomensconsulent_informeren",
        wat="De klant was op geen enkele manier bereikbaar en kreeg een hersteltermijn; overleg met de collega.",
        waarom="Er is een hersteltermijn met een nieuwe afspraak gestuurd.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_BEREIKEN,
        uiterste=tel_werkdagen(vandaag, werkdagen),
    )


def taak_dariuzcontrole(afspraak: date, norm: Waarde[int]) -> TaakVoorstel:
    """Return the task to check Dariuz the day before the ambitiegesprek, and to phone if need be (DEV-DIG-014)."""
    return TaakVoorstel(
        soort="dariuz_controleren",
        wat="Kijk of Dariuz helemaal is ingevuld; is dat niet zo, bel dan de klant of er vragen zijn en leg dat vast.",
        waarom="Het ambitiegesprek is morgen." if norm.waarde == 1 else f"Nog {norm.waarde} dagen.",
        rol=Rol.INTAKER,
        grondslag=norm.grondslag,
        uiterste=afspraak - timedelta(days=norm.waarde),
    )


def taak_tweede_gesprek(vandaag: date, werkdagen: int) -> TaakVoorstel:
    """Return the task to plan a second ambitiegesprek when the first gave no klantgroep (DEV-DIG-016)."""
    return TaakVoorstel(
        soort="ambitiegesprek_plannen",
        wat="Plan een tweede ambitiegesprek, tenzij de klantgroep nu al kan worden bepaald.",
        waarom="Het eerste gesprek was kort en er is nog geen klantgroep.",
        rol=Rol.INTAKER,
        grondslag=_TWEEDE,
        uiterste=tel_werkdagen(vandaag, werkdagen),
    )
