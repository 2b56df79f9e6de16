"""The table of the demo: the kick-offs and the people, in days counted in werkdagen back from the present day."""

from __future__ import annotations

from dataclasses import dataclass

from app.demo.mens import Bijzonder, Gezin, Mens, Route, Wat, Zaakloop
from app.domain.afspraak.feiten import Presentie
from app.domain.intake.feiten import Kanaal
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.feiten import Voorstel


@dataclass(frozen=True)
class Sessie:
    """A kick-off; ``dag`` in werkdagen back, negative when it still has to come."""

    code: str
    klantgroep: Klantgroep
    dag: int


SESSIES = {
    code: Sessie(code, Klantgroep(groep), dag)
    for groep, reeks in {
        "matchen": {"M1": 40, "M2": 32, "M3": 24, "M4": 16, "M5": 8, "M6": 1, "M7": -4},
        "groeien": {"G1": 36, "G2": 22, "G3": 8, "G4": -3},
        "faciliteren": {"F1": 30, "F2": 12, "F3": -2},
    }.items()
    for code, dag in reeks.items()
}

MATCHEN, GROEIEN, FACILITEREN, ZORGEN = Route.MATCHEN, Route.GROEIEN, Route.FACILITEREN, Route.ZORGEN
JA, NEE, AFGEMELD = Presentie.VERSCHENEN, Presentie.NO_SHOW, Presentie.AFGEMELD
ALLEEN = Presentie.INDIVIDUEEL_VERVANGEN
BALIE, TELEFOON = Kanaal.FYSIEK, Kanaal.TELEFONISCH
STATUSHOUDER, OUDER = (Kenmerk.STATUSHOUDER,), (Kenmerk.ALLEENSTAANDE_OUDER,)
GEEN_STUKKEN = (Wat.STUKKEN, Wat.AANVRAAG)

_MATCHEN = (
    Mens(
        "Fatima",
        "Aydin",
        38,
        54,
        MATCHEN,
        kanaal=BALIE,
        bijzonder=(Bijzonder.BROODNOOD, Bijzonder.SCHULDEN),
        komst={"M1": NEE, "M2": NEE},
        zaak=Zaakloop(28, 25, 21, 20, 19),
    ),
    Mens("Jeroen", "Hofstede", 34, 53, MATCHEN, kanaal=TELEFOON, komst={"M1": JA}),
    Mens(
        "Dennis",
        "Kooiman",
        45,
        38,
        MATCHEN,
        kanaal=TELEFOON,
        komst={"M3": NEE, "M4": NEE},
        zaak=Zaakloop(12, 9, 6, 4, 3),
        mutatie_afgewezen="maatregel",
    ),
    Mens("Soufiane", "El Idrissi", 28, 39, MATCHEN, komst={"M3": NEE, "M4": NEE}, zaak=Zaakloop(11, 8, 5)),
    Mens(
        "Kimberly",
        "Bos",
        31,
        40,
        MATCHEN,
        kanaal=TELEFOON,
        kenmerken=OUDER,
        bijzonder=(Bijzonder.SCHULDEN,),
        komst={"M3": NEE, "M4": NEE},
        zaak=Zaakloop(12, 8, 3, 1),
    ),
    Mens("Tomasz", "Nowak", 36, 30, MATCHEN, kanaal=TELEFOON, komst={"M4": NEE, "M5": NEE}, zaak=Zaakloop(5, 2)),
    Mens("Chantal", "Verhoeven", 42, 31, MATCHEN, kanaal=TELEFOON, komst={"M4": NEE, "M5": NEE}, zaak=Zaakloop(4)),
    Mens("Mehmet", "Yilmaz", 33, 22, MATCHEN, komst={"M5": NEE, "M6": NEE}),
    Mens("Sander", "Mulder", 25, 32, MATCHEN, bijzonder=(Bijzonder.TOCH_AFGEMELD,), komst={"M4": NEE, "M5": NEE}),
    Mens("Rachid", "Benali", 48, 31, MATCHEN, kanaal=TELEFOON, komst={"M4": JA}),
    Mens("Esther", "van Loon", 37, 23, MATCHEN, kanaal=TELEFOON, komst={"M5": JA}, tot=Wat.ONDERTEKENEN),
    Mens("Wim", "Scholten", 55, 22, MATCHEN, kanaal=TELEFOON, komst={"M5": AFGEMELD, "M7": JA}),
    Mens("Aisha", "Mohamud", 30, 15, MATCHEN, kanaal=TELEFOON, komst={"M6": JA}),
    Mens("Joris", "Timmermans", 27, 16, MATCHEN, kanaal=TELEFOON, komst={"M6": ALLEEN}),
    Mens("Danielle", "Peters", 35, 14, MATCHEN, kanaal=TELEFOON, komst={"M6": NEE}, tot=Wat.PLAN),
    Mens("Ferhat", "Demir", 44, 24, MATCHEN, kanaal=TELEFOON, komst={"M5": NEE}, tot=Wat.PLAN),
    Mens("Olga", "Ivanova", 39, 10, MATCHEN, komst={"M7": JA}),
    Mens("Bas", "Leeuwenberg", 29, 7, MATCHEN),
    Mens("Cindy", "Hagen", 39, 13, MATCHEN, bijzonder=(Bijzonder.STUKKEN_TE_LAAT, Bijzonder.SCHULDEN)),
)

_GROEIEN = (
    Mens("Marieke", "Dekker", 47, 51, GROEIEN, kanaal=TELEFOON, komst={"G1": JA}),
    Mens(
        "Abdi",
        "Warsame",
        35,
        50,
        GROEIEN,
        kanaal=TELEFOON,
        kenmerken=STATUSHOUDER,
        komst={"G1": JA},
        niet=(Wat.EVALUEREN,),
    ),
    Mens("Ronald", "Brink", 51, 50, GROEIEN, komst={"G1": NEE, "G2": NEE}, zaak=Zaakloop(18, 16, 12, 11, 10)),
    Mens("Shanti", "Bhagwandin", 38, 36, GROEIEN, kanaal=TELEFOON, kenmerken=OUDER, komst={"G2": JA}),
    Mens(
        "Petr",
        "Havel",
        33,
        37,
        GROEIEN,
        kanaal=TELEFOON,
        komst={"G2": NEE, "G3": NEE},
        zaak=Zaakloop(5, 3, 1, voorstel=Voorstel.WAARSCHUWING),
    ),
    Mens("Jessica", "Hermans", 24, 36, GROEIEN, kanaal=TELEFOON, bijzonder=(Bijzonder.ACHTERSTAND,), komst={"G2": JA}),
    Mens("Yara", "Haddad", 25, 23, GROEIEN, komst={"G3": JA}, tot=Wat.ONDERTEKENEN),
    Mens("Gerda", "Blom", 58, 24, GROEIEN, kanaal=TELEFOON, komst={"G3": AFGEMELD}),
    Mens("Kevin", "Oude Nijhuis", 23, 12, GROEIEN, komst={"G4": JA}),
    Mens("Farida", "Karimi", 45, 11, GROEIEN, bijzonder=(Bijzonder.ONEENS,), komst={"G4": JA}),
    Mens("Stefan", "de Haan", 41, 8, GROEIEN, bijzonder=(Bijzonder.TWIJFEL,)),
    Mens("Sergej", "Ivanov", 43, 10, GROEIEN, partner_van="Olga Ivanova", komst={"G4": JA}),
)

_FACILITEREN = (
    Mens("Greet", "Hoekstra", 61, 44, FACILITEREN, kanaal=TELEFOON, komst={"F1": JA}, kennismaking=(JA,)),
    Mens(
        "Henk-Jan",
        "Wolf",
        57,
        43,
        FACILITEREN,
        kanaal=TELEFOON,
        komst={"F1": NEE, "F2": JA},
        zaak=Zaakloop(26, 24, 20, 19, 18),
        kennismaking=(JA,),
    ),
    Mens("Ria", "Teunissen", 59, 26, FACILITEREN, komst={"F2": NEE}, zaak=Zaakloop(8, 6, 4, 2, akkoord=False)),
    Mens(
        "Carla",
        "Mendes",
        54,
        25,
        FACILITEREN,
        kanaal=TELEFOON,
        komst={"F2": JA},
        kennismaking=(JA,),
        tot=Wat.ONDERTEKENEN,
    ),
    Mens(
        "Jan Willem", "Bruins", 60, 26, FACILITEREN, kanaal=TELEFOON, bijzonder=(Bijzonder.MAKELAAR,), komst={"F2": JA}
    ),
    Mens("Nel", "Akkerman", 62, 12, FACILITEREN, kanaal=TELEFOON, bijzonder=(Bijzonder.MAKELAAR,), komst={"F3": JA}),
)

_ZORGEN = (
    Mens(
        "Youssef",
        "Aydin",
        41,
        54,
        ZORGEN,
        kanaal=BALIE,
        partner_van="Fatima Aydin",
        kenmerken=STATUSHOUDER,
        kennismaking=(NEE, JA),
    ),
    Mens("Anton", "Visscher", 52, 40, ZORGEN, kanaal=TELEFOON, kennismaking=(JA,)),
    Mens(
        "Samantha", "Bakker", 36, 28, ZORGEN, kanaal=TELEFOON, kennismaking=(NEE, NEE), mutatie_afgewezen="klantgroep"
    ),
    Mens("Fatoumata", "Diallo", 33, 13, ZORGEN, bijzonder=(Bijzonder.TAAL,), kennismaking=(JA,)),
    Mens("Rob", "Zijlstra", 44, 9, ZORGEN, kennismaking=(JA,), mutatie_afgewezen="klantgroep"),
    Mens("Tineke", "Slot", 50, 15, ZORGEN),
)

_INTAKE = (
    Mens("Lars", "Hoekman", 24, 9, GROEIEN, bijzonder=(Bijzonder.HULP_BIJ_DARIUZ,), niet=GEEN_STUKKEN, tot=Wat.DARIUZ),
    Mens("Nadia", "Bouzid", 21, 7, GROEIEN, tot=Wat.INDELEN),
    Mens("Esmée", "Vink", 22, 5, MATCHEN),
    Mens("Dylan", "Smit", 20, 26, GROEIEN, tot=Wat.DARIUZ),
    Mens("Hassan", "Jaber", 37, 6, GROEIEN, kenmerken=STATUSHOUDER, niet=GEEN_STUKKEN),
    Mens("Rima", "Jaber", 34, 6, GROEIEN, partner_van="Hassan Jaber", kenmerken=STATUSHOUDER),
    Mens("Piotr", "Kowalski", 46, 5, MATCHEN, kanaal=BALIE, bijzonder=(Bijzonder.BROODNOOD, Bijzonder.SCHULDEN)),
    Mens("Monique", "van Dam", 43, 2, MATCHEN, kanaal=BALIE, bijzonder=(Bijzonder.BROODNOOD,), niet=(Wat.VOORSCHOT,)),
    Mens("Gijs", "Brouwer", 31, 4, MATCHEN, bijzonder=(Bijzonder.SCHULDEN,), niet=(Wat.VERSLAG,)),
    Mens("Ibrahim", "Sesay", 28, 3, MATCHEN, bijzonder=(Bijzonder.HULP_BIJ_DARIUZ,)),
    Mens("Els", "Verbeek", 53, 2, FACILITEREN),
    Mens("Koen", "Dijkstra", 30, 3, Route.NIET_KOMEN),
    Mens("Hans", "de Rijk", 49, 20, Route.DOORVERWIJZEN, kanaal=BALIE),
    Mens("Lotte", "Jansen", 28, 15, Route.INTREKKEN),
    Mens("Remco", "Vos", 45, 4, MATCHEN, bijzonder=(Bijzonder.NIET_BEREIKT,), tot=Wat.PLANNEN),
    Mens("Tarik", "Öztürk", 27, 1, MATCHEN, tot=Wat.BELLEN),
    Mens("Bianca", "Prins", 34, 1, GROEIEN, kanaal=TELEFOON),
    Mens("Joke", "Willems", 47, 0, GROEIEN),
    Mens("Ahmed", "Farah", 32, 0, MATCHEN, kenmerken=STATUSHOUDER),
)

MENSEN: tuple[Mens, ...] = (*_MATCHEN, *_GROEIEN, *_FACILITEREN, *_ZORGEN, *_INTAKE)
NUMMER = {mens.naam: nummer for nummer, mens in enumerate(MENSEN)}


def gezinnen() -> list[Gezin]:
    """Return who report together, who reports first in front."""
    partners = {mens.partner_van: mens for mens in MENSEN if mens.partner_van is not None}
    eersten = (mens for mens in MENSEN if mens.partner_van is None)
    return [(mens, partners[mens.naam]) if mens.naam in partners else (mens,) for mens in eersten]
