"""Changes of klantgroep, and the subgroup zorg-handhaving."""

from __future__ import annotations

from app.domain.indeling.beleid import IndelingBeleid, WisselRegel
from app.domain.indeling.feiten import HandhavingFactor, HandhavingFeiten, WisselFeiten, Wisselgrond
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Feit, Toets

_NA_MATCHEN = frozenset({Wisselgrond.PARTTIME_WERK_NIET_ONAFHANKELIJK, Wisselgrond.MEER_TIJD_OF_INSTRUMENTEN})
_MET_MOTIVATIE = frozenset({Wisselgrond.LEEFGEBIEDEN_VERBETERD, Wisselgrond.GEMOTIVEERD_ONDANKS})
_ZORGEN_UIT = productenboek("6.3")
_HANDHAVING = productenboek("6.2.2")


def toets_wissel(feiten: WisselFeiten, beleid: IndelingBeleid) -> tuple[Toets, ...]:
    """Test a change of klantgroep against the described changes and their grounds (DEV-KGR-008 to DEV-KGR-016)."""
    if feiten.markering_wijzigt and feiten.van is feiten.naar is Klantgroep.ZORGEN:
        return (_gemotiveerd(feiten),)
    regel = next((r for r in beleid.wissels.waarde if (r.van, r.naar) == (feiten.van, feiten.naar)), None)
    toetsen = [_beschreven(feiten, regel, beleid), _gemotiveerd(feiten)]
    if regel is not None:
        toetsen += [_grond(feiten, regel), *_bij_grond(feiten, regel, beleid)]
    if feiten.van is Klantgroep.ZORGEN:
        toetsen.append(_gesprek_en_plan(feiten))
    return tuple(toetsen)


def waarschuwing_wissel(feiten: WisselFeiten) -> str | None:
    """Warn that Groeien to Matchen does not occur in practice (DEV-KGR-011)."""
    if (feiten.van, feiten.naar) != (Klantgroep.GROEIEN, Klantgroep.MATCHEN):
        return None
    return "Zet liever de dienstverlening van Matchen in: de klant blijft dan in Groeien, bij dezelfde consulent."


def _beschreven(feiten: WisselFeiten, regel: WisselRegel | None, beleid: IndelingBeleid) -> Toets:
    """Test that the change is described, or that somebody knowingly deviates with a motivation (DEV-KGR-016)."""
    afwijking = feiten.afwijken and bool(feiten.motivering)
    zin = "Deze wissel is beschreven." if regel else "Deze wissel is niet beschreven; wijk bewust af en motiveer dat."
    anders = feiten.van is not feiten.naar
    grondslag = regel.grondslag if regel else beleid.wissels.grondslag
    gezien = {"van": feiten.van, "naar": feiten.naar}
    return maak_toets("wissel_beschreven", anders and (regel is not None or afwijking), grondslag, gezien, zin)


def _gemotiveerd(feiten: WisselFeiten) -> Toets:
    zin = "De wissel is gemotiveerd."
    return maak_toets("wissel_gemotiveerd", bool(feiten.motivering), productenboek("2.2.4"), {}, zin)


def _grond(feiten: WisselFeiten, regel: WisselRegel) -> Toets:
    """Test that a ground of this change is chosen."""
    zin = f"De grond is een van: {', '.join(regel.gronden)}."
    return maak_toets("wisselgrond", feiten.grond in regel.gronden, regel.grondslag, {"grond": feiten.grond}, zin)


def _bij_grond(feiten: WisselFeiten, regel: WisselRegel, beleid: IndelingBeleid) -> tuple[Toets, ...]:
    """Return what the chosen ground asks for besides its name."""
    grond, maanden = feiten.grond, beleid.matchen_max_maanden.waarde
    if grond in _NA_MATCHEN:
        geweest = _minstens(feiten.maanden_in_matchen, maanden)
        zin = f"De klant zat {maanden} maanden in Matchen; eerder kan alleen als afwijking met motivering."
        return (maak_toets("maanden_in_matchen", feiten.afwijken or geweest, regel.grondslag, {}, zin),)
    if grond is Wisselgrond.BELEMMERINGEN_TOEGENOMEN:
        duur = beleid.niet_participeren_maanden
        zin = f"De klant kan naar verwachting {duur.waarde} maanden of langer niet participeren."
        lang = _minstens(feiten.niet_participeren_maanden, duur.waarde)
        return (maak_toets("duur_niet_participeren", lang, duur.grondslag, {}, zin),)
    if grond is Wisselgrond.PARTICIPATIE_HOOGST_HAALBAAR:
        zin = "Deze grond is er alleen voor wie in de jongerenroute zit of zat."
        return (maak_toets("jongerenroute", feiten.jongerenroute, regel.grondslag, {}, zin),)
    if grond in _MET_MOTIVATIE:
        zin = "De klant is gemotiveerd om stappen te zetten."
        return (maak_toets("klant_gemotiveerd", feiten.klant_gemotiveerd, regel.grondslag, {}, zin),)
    return ()


def _gesprek_en_plan(feiten: WisselFeiten) -> Toets:
    """Test the doelmatigheidsgesprek and the plan updated in or after it (DEV-KGR-511)."""
    gesprek, plan = feiten.gesprek_gehouden_op, feiten.plan_bijgewerkt_op
    in_orde = gesprek is not None and plan is not None and plan >= gesprek
    zin = "De wissel is besproken in een doelmatigheidsgesprek en het plan is daarbij of daarna bijgewerkt."
    gezien: dict[str, Feit] = {"gesprek": gesprek, "plan": plan}
    return maak_toets("gesprek_en_plan", in_orde, _ZORGEN_UIT, gezien, zin)


def toets_zorg_handhaving(feiten: HandhavingFeiten) -> tuple[Toets, ...]:
    """Test the flag zorg-handhaving: inside Zorgen, four conditions, a factor and a motivation (DEV-KGR-503)."""
    voorwaarden = (
        ("geen_formeel_werk_of_vrijwilligerswerk", "De klant doet geen formeel werk of vrijwilligerswerk."),
        ("fysiek_en_psychisch_in_staat", "De klant kan lichamelijk en geestelijk activiteiten doen."),
        ("vermoeden_activiteiten", "Er is een vermoeden van eigen, op geld waardeerbare activiteiten."),
        ("niet_bemiddelbaar", "Door ernstige factoren in de persoon is bemiddeling niet verantwoord."),
    )
    return (
        maak_toets(
            "klantgroep_zorgen", feiten.klantgroep is Klantgroep.ZORGEN, _HANDHAVING, {}, "De klant zit in Zorgen."
        ),
        *(maak_toets(naam, getattr(feiten, naam), _HANDHAVING, {}, zin) for naam, zin in voorwaarden),
        _factor(feiten),
        maak_toets("motivering", bool(feiten.motivering), _HANDHAVING, {}, "De markering is schriftelijk gemotiveerd."),
    )


def _factor(feiten: HandhavingFeiten) -> Toets:
    overig = HandhavingFactor.OVERIG in feiten.factoren
    in_orde = bool(feiten.factoren) and (not overig or bool(feiten.toelichting_overig))
    gezien: dict[str, Feit] = {"factoren": tuple(sorted(feiten.factoren))}
    zin = "Ten minste één factor is gekozen; bij overig staat een toelichting."
    return maak_toets("factor_gekozen", in_orde, _HANDHAVING, gezien, zin)


def _minstens(maanden: int | None, eis: int) -> bool | None:
    return None if maanden is None else maanden >= eis
