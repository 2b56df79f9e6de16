"""Kick-off sessions: for whom, how full, by whom, and which is the first that is late enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from app.domain.afspraak.beleid import AfspraakBeleid, KickOffRegels
from app.domain.afspraak.digitaal import opgeschort, toets_niet_opgeschort
from app.domain.afspraak.feiten import KickOffBegeleiding, Presentie, Sessie
from app.domain.beleid.model import Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import werkdagen_tussen

_DAGEN_PER_WEEK = 7
_GEEN_KICK_OFF = productenboek("6.1")
_INDIVIDUEEL = productenboek("5.3.1")


def kick_off_regels(klantgroep: Klantgroep, beleid: AfspraakBeleid) -> Waarde[KickOffRegels] | None:
    """Return the rules for the kick-off of a klantgroep; None for Zorgen (DEV-KGR-515)."""
    regels = {
        Klantgroep.MATCHEN: beleid.kick_off_matchen,
        Klantgroep.GROEIEN: beleid.kick_off_groeien,
        Klantgroep.FACILITEREN: beleid.kick_off_faciliteren,
    }
    return regels.get(klantgroep)


def toets_inschrijving(sessie: Sessie, klantgroep: Klantgroep, beleid: AfspraakBeleid) -> tuple[Toets, ...]:
    """Test whether a klant can be put in a session (DEV-KIC-002, DEV-KIC-007, DEV-KIC-501, DEV-KGR-515).

    A session of another klantgroep is met for nobody; who is in Zorgen has no kick-off at all.
    """
    regels = kick_off_regels(klantgroep, beleid)
    if regels is None:
        zin = "Voor Zorgen is er geen kick-off; plan een kennismakingsgesprek."
        return (maak_toets("klantgroep_heeft_kick_off", False, _GEEN_KICK_OFF, {"klantgroep": klantgroep}, zin),)
    gelijk = sessie.klantgroep is klantgroep
    zin = f"De bijeenkomst is voor {sessie.klantgroep.capitalize()}."
    groep = maak_toets("sessie_voor_klantgroep", gelijk, regels.grondslag, {"klantgroep": klantgroep}, zin)
    schorsing = opgeschort(klantgroep, beleid)
    assert schorsing is not None  # every klantgroep with rules for a kick-off has the instelling
    gaat_door = toets_niet_opgeschort(klantgroep, schorsing)
    open_ = maak_toets("sessie_gaat_door", not sessie.geannuleerd, regels.grondslag, {}, "De bijeenkomst gaat door.")
    return groep, open_, gaat_door, toets_capaciteit(sessie.ingeschreven, regels)


def toets_capaciteit(ingeschreven: int, regels: Waarde[KickOffRegels]) -> Toets:
    """Test that there is room for one more than the ``ingeschreven`` (DEV-KIC-002, DEV-KIC-007, DEV-KIC-501)."""
    hoogstens = regels.waarde.deelnemers_max
    gezien: dict[str, Feit] = {"ingeschreven": ingeschreven, "hoogstens": hoogstens}
    zin = f"Er is plaats voor hoogstens {hoogstens} deelnemers; kies anders de volgende bijeenkomst."
    return maak_toets("plaats_in_sessie", ingeschreven < hoogstens, regels.grondslag, gezien, zin)


def toets_bezetting(ingeschreven: int, regels: Waarde[KickOffRegels]) -> Toets:
    """Test that there are enough participants; too few is a signal only (DEV-KIC-002, DEV-KIC-007)."""
    minstens = regels.waarde.deelnemers_min
    zin = f"Een bijeenkomst heeft ten minste {minstens} deelnemers."
    gezien: dict[str, Feit] = {"ingeschreven": ingeschreven}
    return maak_toets("genoeg_deelnemers", ingeschreven >= minstens, regels.grondslag, gezien, zin)


def toets_begeleiding(
    begeleiders: Mapping[KickOffBegeleiding, int], regels: Waarde[KickOffRegels]
) -> tuple[Toets, ...]:
    """Test the staffing of a session, one toets per kind of employee (DEV-KIC-002, DEV-KIC-007, DEV-KIC-501)."""
    return tuple(
        maak_toets(
            f"begeleiding_{soort}",
            begeleiders.get(soort, 0) >= aantal,
            regels.grondslag,
            {"aantal": begeleiders.get(soort, 0)},
            f"De bijeenkomst wordt geleid door {aantal} keer {soort.replace('_', ' ')}.",
        )
        for soort, aantal in regels.waarde.begeleiding.items()
    )


def toets_frequentie(vorige: date, volgende: date | None, regels: Waarde[KickOffRegels]) -> Toets:
    """Test that the next session is planned in time after the last one; late is a signal only (DEV-KIC-501)."""
    weken = regels.waarde.frequentie_weken
    uiterste = vorige + timedelta(days=weken * _DAGEN_PER_WEEK)
    op_tijd = volgende is not None and volgende <= uiterste
    zin = f"Er is een bijeenkomst per {weken} weken; de volgende is uiterlijk op {uiterste:%d-%m-%Y}."
    return maak_toets("volgende_sessie_op_tijd", op_tijd, regels.grondslag, {"volgende": volgende}, zin)


def eerste_sessie(
    sessies: Iterable[Sessie], verzenddatum: date, werkdagen: int, beleid: AfspraakBeleid
) -> Sessie | None:
    """Return the first session with room that leaves ``werkdagen`` full werkdagen after sending (DEV-NOS-003).

    ``werkdagen`` is the hersteltermijn of the maatregel policy, or 0 for a first invitation.
    """
    kandidaten = (s for s in sessies if s.dag > verzenddatum and werkdagen_tussen(verzenddatum, s.dag) >= werkdagen)
    vrij = (s for s in kandidaten if _vrij(s, beleid))
    return min(vrij, key=lambda s: (s.dag, s.sessie_id), default=None)


def toets_individueel(presentie: Presentie, reden: str | None) -> Toets:
    """Test that an individual conversation instead of the kick-off has a reason (DEV-KIC-507)."""
    in_orde = presentie is not Presentie.INDIVIDUEEL_VERVANGEN or bool(reden)
    zin = "Een individueel gesprek in plaats van de kick-off heeft een reden."
    return maak_toets("reden_individueel_vervangen", in_orde, _INDIVIDUEEL, {"presentie": presentie}, zin)


def _vrij(sessie: Sessie, beleid: AfspraakBeleid) -> bool:
    regels = kick_off_regels(sessie.klantgroep, beleid)
    return regels is not None and not sessie.geannuleerd and sessie.ingeschreven < regels.waarde.deelnemers_max
