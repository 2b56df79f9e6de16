"""Inkeer: ending a maatregel once the duties are unmistakably met, from that day on (article 18, lid 11)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from app.domain.kern.geld import rond_af
from app.domain.kern.grondslag import pw
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.toets import Toets
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.bouwsteen import toets
from app.domain.maatregel.herziening.feiten import HerzieningFeiten, Maandregel

INKEER = pw("18", "11")


def toetsen_inkeer(feiten: HerzieningFeiten) -> tuple[Toets, ...]:
    """Return what inkeer asks: a maatregel of lid 5 to 8, a request of the klant, and duties that are met."""
    return toets_uniform(feiten), toets_verzoek(feiten), toets_nagekomen(feiten)


def toets_uniform(feiten: HerzieningFeiten) -> Toets:
    """Ask for a maatregel of article 18, lid 5 to 8; the IOAW and IOAZ do not know inkeer."""
    return toets(
        "inkeer_mogelijk",
        feiten.regime is Regime.PW and feiten.uniform,
        INKEER,
        "De maatregel volgt uit artikel 18, lid 4 tot en met 8.",
        "Inkeer kan alleen bij een maatregel wegens artikel 18, lid 4, van de Participatiewet.",
        regime=feiten.regime,
        uniform=feiten.uniform,
    )


def toets_verzoek(feiten: HerzieningFeiten) -> Toets:
    """Ask for the klant's own request: the law knows no inkeer without one."""
    verzoek = feiten.inkeer
    return toets(
        "inkeer_op_verzoek",
        verzoek is not None,
        INKEER,
        "De klant heeft om herziening gevraagd.",
        "Er is geen verzoek van de klant.",
        verzoek_op=verzoek.verzoek_op if verzoek else None,
    )


def toets_nagekomen(feiten: HerzieningFeiten) -> Toets:
    """Ask whether attitude and conduct show unmistakably that the duties are met."""
    verzoek = feiten.inkeer
    return toets(
        "verplichtingen_nagekomen",
        verzoek.nagekomen if verzoek else None,
        INKEER,
        "Uit houding en gedrag blijkt ondubbelzinnig dat de klant de verplichtingen nakomt.",
        "Uit houding en gedrag blijkt nog niet ondubbelzinnig dat de klant de verplichtingen nakomt.",
        "Nog niet beoordeeld is of de klant de verplichtingen nakomt.",
        per=feiten.per,
    )


def beeindig(regels: tuple[Maandregel, ...], per: date) -> tuple[Maandregel, ...]:
    """End a verlaging from ``per`` on: earlier months stay, later months lapse, its own month counts by the day.

    What is given back is rounded once, half up, so that a half cent falls to the klant: the law is silent on it.
    """
    return tuple(_deel(regel, per) for regel in regels)


def vrije_dagen(maand: date, per: date) -> tuple[int, int]:
    """Return how many days of the month lie on or after ``per``, and how many it has."""
    dagen = monthrange(maand.year, maand.month)[1]
    if eerste_van_de_maand(per) != maand:
        return (dagen, dagen) if per < maand else (0, dagen)
    return dagen - per.day + 1, dagen


def _deel(regel: Maandregel, per: date) -> Maandregel:
    vrij, dagen = vrije_dagen(regel.maand, per)
    if vrij == 0:
        return regel
    terug = rond_af(Decimal(regel.bedrag) * vrij / dagen)
    return regel.model_copy(update={"procent": None, "bedrag": regel.bedrag - terug})
