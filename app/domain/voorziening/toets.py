"""Whether a voorziening fits the klantgroep, and which ones are proposed by default."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import verordening
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel

REGEL = "DEV-KGR-905"
_DOELGROEP = verordening("1", "a")


class VoorzieningFeiten(BaseModel):
    """A voorziening that is asked for; ``hardheidsclausule`` needs a ``motivering``.

    ``doelgroep`` is the category of article 1 to which the klant belongs, None when it is not recorded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    klantgroep: Klantgroep | None
    doelgroep: str | None
    hardheidsclausule: bool = False
    motivering: str | None = None


def toets_voorziening(feiten: VoorzieningFeiten, beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Test whether a voorziening may be granted: it exists, and the klant is one of those it is for (DEV-KGR-905).

    Outside the list only with the hardheidsclausule and its motivation. Not bound to a klantgroep fits each.
    """
    regel = beleid.regel(feiten.code)
    grondslag = regel.grondslag if regel else beleid.voorzieningen.grondslag
    bekend = maak_toets(
        "voorziening_bekend",
        regel is not None,
        grondslag,
        {"voorziening": feiten.code},
        "De gemeente kent deze voorziening." if regel else "De gemeente kent deze voorziening niet.",
    )
    return (bekend,) if regel is None else (bekend, _bij_klantgroep(feiten, regel), _in_doelgroep(feiten))


def _in_doelgroep(feiten: VoorzieningFeiten) -> Toets:
    """Test that the klant belongs to the doelgroep; open as long as no category is recorded (DEV-DOE-901)."""
    hoort = True if feiten.doelgroep else None
    zin = "Van de klant is vastgelegd tot welke doelgroep van de verordening hij of zij hoort."
    return maak_toets("doelgroep_vastgelegd", hoort, _DOELGROEP, {"doelgroep": feiten.doelgroep}, zin)


def _bij_klantgroep(feiten: VoorzieningFeiten, regel: Voorzieningregel) -> Toets:
    """Test the klantgroep; undetermined as long as the klant has none."""
    hardheid = feiten.hardheidsclausule and bool(feiten.motivering)
    past = True if regel.klantgroepen is None or hardheid else None
    if past is None and feiten.klantgroep is not None:
        past = feiten.klantgroep in (regel.klantgroepen or ())
    gezien: dict[str, Feit] = {
        "regel": REGEL,
        "klantgroep": feiten.klantgroep,
        "klantgroepen": regel.klantgroepen,
        "hardheidsclausule": hardheid,
    }
    zin = f"{regel.naam} past bij de klantgroep, of de hardheidsclausule is toegepast en gemotiveerd."
    return maak_toets("voorziening_bij_klantgroep", past, regel.grondslag, gezien, zin)


def voorgesteld(klantgroep: Klantgroep, zorg_handhaving: bool, beleid: VoorzieningBeleid) -> tuple[str, ...]:
    """Return what is proposed by default: what is bound to the klantgroep.

    Nothing in Zorgen, where inkomenszekerheid comes first (DEV-KGR-904), and nothing under zorg-handhaving
    (DEV-KGR-007), whatever a municipality binds to Zorgen.
    """
    if zorg_handhaving:
        return ()
    return tuple(r.code for r in beleid.voorzieningen.waarde if klantgroep in (r.klantgroepen or ()))
