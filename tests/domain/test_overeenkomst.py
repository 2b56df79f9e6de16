"""The agreement about a voorziening as a letter."""

from __future__ import annotations

from datetime import date

from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.model import Alinea, Geadresseerde
from app.domain.brief.opbouw import Omslag
from app.domain.brief.overeenkomstbrief import Overeenkomststuk, overeenkomstbrief
from tests.steun.beleid import vast_register

OMSLAG = Omslag(Geadresseerde(namen=("Sam de Wit",)), date(2026, 4, 1), "2026-ABC", "S. de Vries", "0570 11 22 33")


def test_de_overeenkomst_zegt_wat_is_afgesproken_en_heeft_plek_voor_elke_handtekening() -> None:
    beleid = vast_register().geldend(BriefBeleid, "GM0150", date(2026, 4, 1)).beleid
    afspraken = [("Doel", "Leren {werken} in een team."), ("Werkzaamheden", "Vakken vullen.")]
    brief = overeenkomstbrief(
        Overeenkomststuk("Werkervaringsplaats", afspraken, ["klant", "werkgever"]), OMSLAG, beleid
    )
    assert brief.onderwerp == "Overeenkomst: Werkervaringsplaats"
    koppen = [deel.kop for deel in brief.delen]
    assert koppen == [None, "Dit spreken wij af", "Handtekeningen", None]
    regels = [blok.regels for blok in brief.delen[1].blokken if isinstance(blok, Alinea)]
    assert regels == [("Doel:", "Leren {werken} in een team."), ("Werkzaamheden:", "Vakken vullen.")]
    namen = [deel.blokken[0] for deel in brief.delen[2:]]
    assert [blok.regels[0] for blok in namen if isinstance(blok, Alinea)] == ["Klant", "Werkgever"]
