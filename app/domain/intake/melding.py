"""The terms that start with a melding."""

from __future__ import annotations

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Waarde
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import Kanaal, MeldingFeiten
from app.domain.intake.soorten import Werkproces
from app.domain.kern.grondslag import awb
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.termijn_model import Aard, Eenheid, Termijn, TermijnOpdracht, bereken
from app.domain.kern.termijnen import beleidstermijn_dagen, beleidstermijn_werkdagen, schort_op, wettelijke_termijn
from app.domain.kern.toets import Toets, Uitkomst

_DAGEN_PER_WEEK = 7
_UITGEZONDERD = frozenset({Kenmerk.VSO_PRO, Kenmerk.LKS})


class MeldingTermijnen(BaseModel):
    """All terms of one melding; ``contact`` only after a digital melding, ``zoekperiode`` only for a jongere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: Termijn | None
    screening: Termijn
    zoekperiode: Termijn | None
    streefdatum: Termijn
    beslistermijn: Termijn
    toets_zoekperiode: Toets


def termijnen_na_melding(feiten: MeldingFeiten, beleid: IntakeBeleid) -> MeldingTermijnen:
    """Compute the contact, screening and decision terms and the zoekperiode of a melding."""
    zoekperiode = zoekperiode_van(feiten, beleid)
    start = zoekperiode.einde if zoekperiode else feiten.meldingsdatum
    return MeldingTermijnen(
        contact=contacttermijn(feiten, beleid),
        screening=screeningstermijn(feiten.meldingsdatum, beleid),
        zoekperiode=zoekperiode,
        streefdatum=streeftermijn(start, beleid),
        beslistermijn=beslistermijn(start, beleid),
        toets_zoekperiode=toets_zoekperiode(feiten, beleid),
    )


def contacttermijn(feiten: MeldingFeiten, beleid: IntakeBeleid) -> Termijn | None:
    """Return the term within which the receptie phones after a digital melding (DEV-MEL-003)."""
    if feiten.kanaal is not Kanaal.DIGITAAL:
        return None
    norm = beleid.contact_werkdagen
    return beleidstermijn_werkdagen("contact_na_melding", norm.grondslag, feiten.meldingsdatum, norm.waarde)


def screeningstermijn(meldingsdatum: date, beleid: IntakeBeleid) -> Termijn:
    """Return the service norm for the screeningsgesprek, whatever the channel (DEV-MEL-004)."""
    norm = beleid.screening_werkdagen
    return beleidstermijn_werkdagen("screeningsgesprek", norm.grondslag, meldingsdatum, norm.waarde)


def streeftermijn(start: date, beleid: IntakeBeleid) -> Termijn:
    """Return the internal target for the decision (DEV-AAN-001); it may end in a weekend."""
    norm = beleid.streef_weken
    return beleidstermijn_dagen("streefdatum_besluit", norm.grondslag, start, norm.waarde * _DAGEN_PER_WEEK)


def beslistermijn(start: date, beleid: IntakeBeleid) -> Termijn:
    """Return the statutory term for the decision (DEV-AAN-001)."""
    norm = beleid.beslistermijn_weken
    return wettelijke_termijn("beslistermijn_aanvraag", norm.grondslag, start, weken=norm.waarde)


def zoekperiode_van(feiten: MeldingFeiten, beleid: IntakeBeleid) -> Termijn | None:
    """Return the zoekperiode, or None when it does not apply.

    A waiting time, in which nobody loses a right by a weekend: the Algemene termijnenwet is not applied, so the
    aanvraag can be handled from the meldingsdatum plus 28 days (reading of DEV-JON-002).
    """
    if toets_zoekperiode(feiten, beleid).uitkomst is not Uitkomst.VOLDAAN:
        return None
    norm = zoekweken(feiten, beleid)
    opdracht = TermijnOpdracht(
        soort="zoekperiode",
        aard=Aard.WETTELIJK,
        grondslag=norm.grondslag,
        start=feiten.meldingsdatum,
        regel=f"De zoekperiode is {norm.waarde} weken.",
        eenheid=Eenheid.DAGEN,
        aantal=norm.waarde * _DAGEN_PER_WEEK,
        termijnenwet=False,
    )
    return bereken(opdracht)


def zoekweken(feiten: MeldingFeiten, beleid: IntakeBeleid) -> Waarde[int]:
    """Return the weeks that hold for this jongere: never more than the law, less where policy says so (DEV-DIG-019)."""
    kwetsbaar = Kenmerk.KWETSBARE_JONGERE in feiten.kenmerken
    eigen = beleid.zoekperiode_weken_kwetsbaar if kwetsbaar else beleid.zoekperiode_weken_overig
    return min(beleid.zoekperiode_weken, eigen, key=lambda weken: weken.waarde)


def werkproces(feiten: MeldingFeiten, beleid: IntakeBeleid) -> Werkproces:
    """Return the werkproces by the age on the meldingsdatum (DEV-JON-011)."""
    jonger = leeftijd_op(feiten.geboortedatum, feiten.meldingsdatum) < beleid.zoekperiode_tot_leeftijd.waarde
    return Werkproces.JONGEREN_27MIN if jonger else Werkproces.REGULIER


def toets_zoekperiode(feiten: MeldingFeiten, beleid: IntakeBeleid) -> Toets:
    """Test whether the zoekperiode for jongeren applies (DEV-JON-001, DEV-JON-002, DEV-JON-003)."""
    leeftijd = leeftijd_op(feiten.geboortedatum, feiten.meldingsdatum)
    in_band = beleid.zoekperiode_vanaf_leeftijd.waarde <= leeftijd < beleid.zoekperiode_tot_leeftijd.waarde
    uitzonderingen, weken = _uitzonderingen(feiten), zoekweken(feiten, beleid)
    geldt = in_band and not uitzonderingen and weken.waarde > 0
    return Toets(
        voorwaarde="zoekperiode_van_toepassing",
        uitkomst=Uitkomst.van(geldt),
        grondslag=weken.grondslag,
        feiten={
            "leeftijd": leeftijd,
            "uitzonderingen": uitzonderingen,
            "werkproces": werkproces(feiten, beleid),
        },
        toelichting=_uitleg_zoekperiode(in_band, bool(uitzonderingen), weken, beleid),
    )


def _uitzonderingen(feiten: MeldingFeiten) -> tuple[str, ...]:
    kenmerken = tuple(sorted(feiten.kenmerken & _UITGEZONDERD))
    return (*kenmerken, "medisch_urenbeperkt") if feiten.medisch_urenbeperkt else kenmerken


def _uitleg_zoekperiode(in_band: bool, uitgezonderd: bool, norm: Waarde[int], beleid: IntakeBeleid) -> str:
    if not in_band:
        return "De klant valt niet in de leeftijd waarvoor de zoekperiode geldt."
    if uitgezonderd:
        return "Voor deze jongere geldt een uitzondering op de zoekperiode; de aanvraag kan direct in behandeling."
    if norm.waarde == 0:
        return f"Voor deze jongere geldt nu geen zoekperiode; de aanvraag kan direct in behandeling ({norm.grondslag})."
    weken = f"De aanvraag wordt {norm.waarde} weken na de melding in behandeling genomen."
    eerder = beleid.zoekperiode_eerder_mogelijk
    if not eerder.waarde:
        return weken
    return f"{weken} Het college mag dat eerder doen als de situatie van de jongere daarom vraagt ({eerder.grondslag})."


def schort_op_voor_aanvulling(termijn: Termijn, verzonden: date, uiterste: date, ontvangen: date | None) -> Termijn:
    """Let the beslistermijn stand still while the klant completes the aanvraag (DEV-AAN-002).

    From the day after sending up to the day of receipt, at most up to the last day of the aanvultermijn.
    """
    einde = min(ontvangen or uiterste, uiterste)
    eerste = verzonden + timedelta(days=1)
    return termijn if einde < eerste else schort_op(termijn, eerste, einde + timedelta(days=1), awb("4:15", "1"))
