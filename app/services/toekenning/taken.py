"""The taken on the way of a voorziening."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.db.klant import Klant
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.grondslag import Grondslag, awb, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.toekenning.beleid import ToekenningBeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak


class Taaksoort(StrEnum):
    """The kinds of taken."""

    BESLUIT = "toekenning_besluit"
    TOETSING = "toekenning_toetsing"
    VERZENDING = "toekenning_verzending"
    HARDHEID = "toekenning_hardheid"
    OVEREENKOMST = "toekenning_overeenkomst"
    START = "toekenning_start"
    PLAN = "toekenning_in_plan"
    EINDE = "toekenning_eindigt"
    VOORBIJ = "toekenning_voorbij"
    EVALUATIE = "toekenning_evaluatie"
    NO_SHOW = "toekenning_niet_verschenen"
    OVERGANG = "toekenning_overgang_eindigt"
    VOORWAARDEN = "toekenning_2017_beeindigen"


_V = "Re-integratieverordening Participatiewet 2021"
_AFWEGING: Final = Grondslag(regeling=_V, artikel="2", lid="2")
_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.BESLUIT: (
        "Neem opnieuw een besluit over de voorziening.",
        "De toetser keurde het besluit af; de reden staat bij het besluit.",
        Rol.WERKCONSULENT,
        _AFWEGING,
    ),
    Taaksoort.TOETSING: (
        "Toets het besluit over de voorziening voordat het de deur uitgaat.",
        "Dit besluit wordt getoetst door een ander dan wie besliste.",
        Rol.TOETSER,
        productenboek("2.2.2"),
    ),
    Taaksoort.VERZENDING: (
        "Verzend de beschikking over de voorziening en leg de verzenddatum vast.",
        "Het besluit is klaar; de bezwaartermijn begint de dag na verzending.",
        Rol.ADMINISTRATIE,
        awb("3:41"),
    ),
    Taaksoort.HARDHEID: (
        "Besluit over het voorstel om van de beleidsregels af te wijken.",
        "Over de hardheidsclausule beslist een ander dan wie het voorstelt.",
        Rol.TOETSER,
        Grondslag(regeling="Beleidsregels Re-integratie gemeente Deventer 2021", artikel="8"),
    ),
    Taaksoort.OVEREENKOMST: (
        "Maak de overeenkomst over de voorziening en laat haar ondertekenen.",
        "De voorziening kan pas beginnen als de overeenkomst is ondertekend.",
        Rol.WERKCONSULENT,
        Grondslag(regeling="Beleidsregels Re-integratie gemeente Deventer 2021", artikel="1", lid="4"),
    ),
    Taaksoort.START: (
        "Leg vast dat de voorziening is begonnen.",
        "De voorziening is toegekend.",
        Rol.WERKCONSULENT,
        _AFWEGING,
    ),
    Taaksoort.PLAN: (
        "Neem de voorziening op in het plan van aanpak en laat de klant ondertekenen.",
        "Alleen wat in een ondertekend plan staat, kan een verplichting van de klant zijn.",
        Rol.WERKCONSULENT,
        Grondslag(regeling="Participatiewet", artikel="9", lid="1", onderdeel="b"),
    ),
    Taaksoort.EINDE: (
        "Bespreek hoe het na deze voorziening verder gaat: verlengen, iets anders of werk.",
        "De voorziening loopt bijna af.",
        Rol.WERKCONSULENT,
        _AFWEGING,
    ),
    Taaksoort.VOORBIJ: (
        "Evalueer de voorziening en leg vast wat eruit kwam.",
        "De laatste dag van de voorziening is voorbij.",
        Rol.WERKCONSULENT,
        _AFWEGING,
    ),
    Taaksoort.EVALUATIE: (
        "Evalueer de voorziening met de klant en, als die er is, de werkgever.",
        "De voorziening is beëindigd.",
        Rol.WERKCONSULENT,
        _AFWEGING,
    ),
    Taaksoort.NO_SHOW: (
        "Ga na waarom de klant niet kwam, en of een maatregelzaak nodig is.",
        "De klant is niet verschenen bij de voorziening.",
        Rol.WERKCONSULENT,
        Grondslag(regeling="Participatiewet", artikel="9", lid="1", onderdeel="b"),
    ),
    Taaksoort.OVERGANG: (
        "Besluit of deze voorziening van 2017 wordt voortgezet; anders eindigt zij.",
        "De overgang voor voorzieningen van 2017 loopt bijna af.",
        Rol.WERKCONSULENT,
        Grondslag(regeling=_V, artikel="15", lid="3"),
    ),
    Taaksoort.VOORWAARDEN: (
        "Beëindig deze voorziening van 2017.",
        "De voorwaarden van 2017 zijn niet meer vervuld.",
        Rol.WERKCONSULENT,
        Grondslag(regeling=_V, artikel="15", lid="2"),
    ),
}


def voorstel(soort: Taaksoort, uiterste: date, waarom: str | None = None) -> TaakVoorstel:
    """Return the taak of this kind, in time until ``uiterste``."""
    wat, reden, rol, grondslag = _TEKST[soort]
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom or reden, rol=rol, grondslag=grondslag, uiterste=uiterste)


def vraag(h: Handeling, klant: Klant, rij: Toekenning, soort: Taaksoort, waarom: str | None = None) -> None:
    """Put a taak about this voorziening in the werkvoorraad, in time within the working days of the policy."""
    norm = h.beleid.geldend(ToekenningBeleid, klant.gemeente, h.vandaag).beleid.besluit_werkdagen
    maak_taak(h, voorstel(soort, tel_werkdagen(h.vandaag, norm.waarde), waarom), Bestemming(rij.id, klant))


def vraag_op(h: Handeling, klant: Klant, rij: Toekenning, soort: Taaksoort, dag: date, weken_vooraf: int) -> None:
    """Put a taak that is in time until ``dag`` in the werkvoorraad, from some weeks before that day on."""
    vanaf = max(dag - timedelta(weeks=weken_vooraf), h.vandaag)
    maak_taak(h, voorstel(soort, max(dag, h.vandaag)), Bestemming(rij.id, klant), vanaf=vanaf)
