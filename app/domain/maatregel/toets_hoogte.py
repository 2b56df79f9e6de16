"""Conditions on the height and duration: sanction, recidive, deviation, spreading and norm."""

from __future__ import annotations

from datetime import date

from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import procent_van
from app.domain.kern.toets import Feit, Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.bouwsteen import en, gewoon, toets
from app.domain.maatregel.feiten import Verwijtbaarheid, ZaakFeiten, Zaaksoort
from app.domain.maatregel.maatstaf import Maatstaf, spreidbaar, verdeel
from app.domain.maatregel.toets_weigering import toets_weigering


def toetsen_hoogte(feiten: ZaakFeiten, beleid: MaatregelBeleid, maat: Maatstaf) -> tuple[Toets, ...]:
    """Return what the height and the duration need to be certain of."""
    slot = (toets_afwijking(feiten, beleid, maat), *_toetsen_spreiding(feiten, beleid, maat), *_norm(feiten, maat))
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        return slot
    if feiten.weigering is not None:
        return (toets_weigering(feiten, beleid, feiten.weigering), *slot)
    return (toets_recidive(feiten, beleid, maat), toets_sanctie(beleid, maat), *slot)


def toets_sanctie(beleid: MaatregelBeleid, maat: Maatstaf) -> Toets:
    """Ask for a configured percentage and duration of every gedraging in the zaak (DEV-MTR-512)."""
    zonder = tuple(code for code, sanctie in maat.sancties.items() if sanctie is None)
    return toets(
        "sanctie_ingesteld",
        not zonder,
        beleid.verlaging_procent.grondslag,
        "De wet of de verordening bepaalt de hoogte en de duur.",
        f"Voor deze gedraging is geen hoogte en duur ingesteld: {', '.join(gewoon(code) for code in zonder)}.",
        zonder_sanctie=zonder,
    )


def toets_recidive(feiten: ZaakFeiten, beleid: MaatregelBeleid, maat: Maatstaf) -> Toets:
    """Ask for the earlier maatregelen, and say what they do to this one (DEV-MTR-510, article 18, lid 6 to 8)."""
    sanctie, nagegaan = maat.zwaarste, feiten.eerdere_maatregelen is not None
    lid = None if sanctie is None else sanctie.lid
    opnieuw = sanctie is not None and sanctie.recidive
    ladder: dict[str, Feit] = {} if lid is None else {"lid": lid, "maanden": maat.duur}
    return toets(
        "recidive_vastgesteld",
        True if nagegaan else None,
        beleid.recidive_maanden.grondslag if lid is None else grondslagen.uniform(max(lid, 6)),
        "Er is sprake van recidive." if opnieuw else "Er is geen sprake van recidive.",
        "",
        "Nog niet nagegaan is of de klant eerder een maatregel kreeg.",
        recidive=opnieuw if nagegaan else None,
        **ladder,
    )


def toets_afwijking(feiten: ZaakFeiten, beleid: MaatregelBeleid, maat: Maatstaf) -> Toets:
    """Ask a person, with reasons, for the percentage that no rule sets; within the bounds of the verordening."""
    eigen, bepaald = feiten.afwijking, _bepaald(feiten, maat)
    minder: dict[str, Feit] = {"gewoon": _gewoon(maat)} if bepaald and _volgens_beleid(feiten, maat) else {}
    return toets(
        "afwijking_bepaald",
        en(_mag(feiten, beleid), bepaald),
        grondslagen.verlaging(feiten.regime),
        "De hoogte volgt de regel, of een medewerker week met motivering af.",
        _fout(feiten, beleid),
        "Bij verminderde verwijtbaarheid of dringende redenen bepaalt een medewerker de hoogte, met motivering.",
        procent=maat.procent if minder else (eigen.procent if eigen else None),
        maanden=eigen.maanden if eigen else None,
        **minder,
    )


def _bepaald(feiten: ZaakFeiten, maat: Maatstaf) -> bool | None:
    """Tell whether the height is settled; a fixed amount and a refusal know no other percentage."""
    nodig = feiten.verwijtbaarheid is Verwijtbaarheid.VERMINDERD or bool(feiten.dringende_redenen)
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        return None if nodig else feiten.afwijking is None
    if feiten.weigering is not None:
        return feiten.afwijking is None
    return True if not nodig or maat.procent is not None or maat.zwaarste is None else None


def _gewoon(maat: Maatstaf) -> Feit:
    return None if maat.zwaarste is None else maat.zwaarste.procent


def _volgens_beleid(feiten: ZaakFeiten, maat: Maatstaf) -> bool:
    """Tell whether the policy itself set another percentage than the regular one."""
    eigen = feiten.afwijking is not None and feiten.afwijking.procent is not None
    return maat.zwaarste is not None and maat.procent != maat.zwaarste.procent and not eigen


def _mag(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> bool:
    eigen = feiten.afwijking
    if eigen is None:
        return True
    laag = eigen.procent is not None and eigen.procent < beleid.afwijking_minimum_procent.waarde
    return eigen.gemotiveerd and not laag and (eigen.maanden or 0) <= beleid.duur_maximum_maanden.waarde


def _fout(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> str:
    laagste, langste = beleid.afwijking_minimum_procent.waarde, beleid.duur_maximum_maanden.waarde
    vast = feiten.soort is Zaaksoort.LIK_OP_STUK or feiten.weigering is not None
    kan = " Bij een vast bedrag of een weigering kan geen afwijking." if vast else ""
    return (
        "Een afwijking van de hoogte of de duur is gemotiveerd,"
        f" niet lager dan {laagste.normalize():f}% en niet langer dan {langste} maanden.{kan}"
    )


def _toetsen_spreiding(feiten: ZaakFeiten, beleid: MaatregelBeleid, maat: Maatstaf) -> tuple[Toets, ...]:
    """Return the condition on the spreading, when there is one or somebody wants it (article 18, lid 5)."""
    keuze = feiten.spreiding
    if keuze is None and maat.delen == 1:
        return ()
    ruimte, wil = beleid.spreiding.waarde, maat.delen if keuze is None else keuze.maanden
    mag = wil == 1 or (maat.zwaarste is not None and maat.duur is not None and spreidbaar(maat.zwaarste, maat.duur))
    met_reden = wil == ruimte.standaard or (keuze is not None and keuze.gemotiveerd)
    return (
        toets(
            "spreiding_toegestaan",
            mag and wil <= ruimte.hoogstens and met_reden and _past(feiten, maat),
            grondslagen.SPREIDING,
            "De verlaging van één maand is verdeeld over de maand van oplegging en de maanden daarna."
            if wil > 1
            else "De verlaging is niet verdeeld over meer maanden.",
            "Verdelen kan alleen met motivering, bij een verlaging van één maand op grond van artikel 18, lid 5,"
            f" over hoogstens {ruimte.hoogstens} maanden, en als er in elke maand genoeg over is.",
            maanden=wil,
        ),
    )


def _past(feiten: ZaakFeiten, maat: Maatstaf) -> bool:
    """Tell whether every month leaves room for its part; a month without a norm is asked for elsewhere."""
    ruimte = {norm.maand: norm.rest for norm in feiten.normen}
    if maat.delen == 1 or maat.procent is None or maat.maanden is None or not ruimte.keys() >= set(maat.maanden):
        return True
    norm = next(norm for norm in feiten.normen if norm.maand == maat.maanden[0])
    delen = verdeel(min(procent_van(norm.norm, maat.procent), norm.rest), maat.delen)
    return all(deel <= ruimte[maand] for deel, maand in zip(delen, maat.maanden, strict=True))


def _norm(feiten: ZaakFeiten, maat: Maatstaf) -> tuple[Toets, ...]:
    """Return the condition on the norm, once the months are known."""
    return () if maat.maanden is None else (toets_norm(feiten, maat.maanden),)


def toets_norm(feiten: ZaakFeiten, periode: tuple[date, ...]) -> Toets:
    """Ask for the norm of every month of the verlaging."""
    bekend = {norm.maand for norm in feiten.normen}
    zonder = tuple(maand for maand in periode if maand not in bekend)
    wat, naam = "De norm is niet bekend", "bijstandsnorm"
    if feiten.regime is not Regime.PW:
        wat = f"De inkomensconsulent legde de grondslag van de {feiten.regime.value} niet vast"
        naam = f"grondslag van de {feiten.regime.value}"
    return toets(
        "norm_bekend",
        None if zonder else True,
        grondslagen.afstemming(feiten.regime),
        f"De {naam} van elke maand is bekend.",
        "",
        f"{wat} voor de maand die begint op {', '.join(datum_voluit(maand) for maand in zonder)}.",
        leefvorm=feiten.leefvorm,
        vanaf=periode[0],
        maanden=len(periode),
    )
