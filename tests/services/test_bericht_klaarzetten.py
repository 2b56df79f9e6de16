"""Queueing messages: the channel, the text with its sender, the moment, and taking them back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.db.bericht.bericht import Bericht, Berichtstatus, onverzonden
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.bericht.sjabloon import EIGEN, Sjabloon
from app.domain.bericht.taken import mislukttaak, onbereikbaartaak
from app.domain.kern.rollen import Rol
from app.services.bericht.klaarzetten import trek_terug, zet_klaar
from app.services.taak import Bestemming, maak_taak
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld, taken

BEGINT = datetime.fromisoformat("2026-04-02T10:00:00+02:00")


def gegevens(sjabloon: Sjabloon, **bekend: Any) -> dict[str, Any]:
    return dict.fromkeys(EIGEN[sjabloon]) | {"begint": BEGINT, "plaats": "Stadhuis"} | bekend


@pytest.mark.regel("DEV-AFS-001")
def test_per_mail_met_afzender_en_zonder_mail_per_brief(dienst: Dienst) -> None:
    sjabloon, onderwerp_id = Sjabloon.SCREENING_BEVESTIGING, uuid4()
    klant_id = UUID(ingedeeld(dienst, None))
    with als(dienst, Rol.INTAKER) as h:
        klant = h.klant(klant_id)
        mail = zet_klaar(h, klant, sjabloon, gegevens(sjabloon, consulent="A. Bakker"), onderwerp_id=onderwerp_id)
        klant.email, klant.telefoon = None, "0570 123456"
        brief = zet_klaar(h, klant, sjabloon, gegevens(sjabloon), onderwerp_id=onderwerp_id)
        klant.telefoon = "06 12345678"
        sms = zet_klaar(
            h, klant, sjabloon, gegevens(sjabloon), onderwerp_id=onderwerp_id, kanaal=Berichtkanaal.WHATSAPP
        )
        assert mail
        assert brief
        assert sms
    assert (mail.kanaal, mail.status, mail.niet_voor) == (Berichtkanaal.MAIL, Berichtstatus.WACHTEND, dienst.klok.nu())
    assert mail.onderwerp == "Uw afspraak op donderdag 2 april 2026"
    assert mail.inhoud.startswith("Beste Sam de Wit,\n\nU hebt een afspraak")
    assert "10.00 uur" in mail.inhoud
    assert "A. Bakker" in mail.inhoud
    assert "Stadhuis" in mail.inhoud
    assert mail.inhoud.endswith("Gemeente Deventer, Werk en inkomen")
    assert mail.beleid_id == "GM0150/bericht/2020-01-01"
    assert (brief.kanaal, brief.status, brief.volgende_poging) == ("brief", Berichtstatus.AF_TE_DRUKKEN, None)
    assert sms.kanaal is Berichtkanaal.WHATSAPP
    assert "Beste" not in sms.inhoud


def test_wie_niet_te_bereiken_is_wordt_gebeld_op_de_dag_zelf(dienst: Dienst) -> None:
    sjabloon = Sjabloon.SCREENING_HERINNERING
    klant_id = ingedeeld(dienst, None, email=None, telefoon=None)
    with als(dienst, Rol.INTAKER) as h:
        later = BEGINT - timedelta(days=1)
        klant = h.klant(UUID(klant_id))
        assert zet_klaar(h, klant, sjabloon, gegevens(sjabloon), onderwerp_id=uuid4(), niet_voor=later) is None
    assert taken(dienst, klant_id) == []
    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    (taak,) = taken(dienst, klant_id)
    assert (taak.soort, taak.uiterste_dag.isoformat()) == ("bericht_bellen", "2026-04-01")


def test_terugtrekken_raakt_alleen_wat_nog_niet_weg_is(dienst: Dienst) -> None:
    klant_id, onderwerp_id = UUID(ingedeeld(dienst, None)), uuid4()
    soorten = (Sjabloon.SCREENING_BEVESTIGING, Sjabloon.SCREENING_HERINNERING, Sjabloon.DARIUZ_HERINNERING)
    with als(dienst, Rol.INTAKER) as h:
        klant = h.klant(klant_id)
        rijen = [zet_klaar(h, klant, soort, gegevens(soort), onderwerp_id=onderwerp_id) for soort in soorten]
        ander = zet_klaar(h, klant, soorten[0], gegevens(soorten[0]), onderwerp_id=uuid4())
        assert isinstance(rijen[0], Bericht)
        assert ander
        rijen[0].status = Berichtstatus.VERZONDEN
        assert trek_terug(h, onderwerp_id, Sjabloon.SCREENING_BEVESTIGING, Sjabloon.SCREENING_HERINNERING) == 1
        assert [bericht.sjabloon for bericht in onverzonden(h.sessie, onderwerp_id, ())] == ["dariuz_herinnering"]
        assert trek_terug(h, onderwerp_id, reden="Verzet.") == 1
        assert [rij.status.value for rij in rijen if rij] == ["verzonden", "teruggetrokken", "teruggetrokken"]
        assert [rij.reden for rij in rijen if rij] == [None, "Niet meer nodig.", "Verzet."]
        assert ander.status is Berichtstatus.WACHTEND


def test_met_het_bericht_verdwijnt_de_taak_om_te_bellen_of_het_na_te_kijken(dienst: Dienst) -> None:
    sjabloon, onderwerp_id = Sjabloon.SCREENING_BEVESTIGING, uuid4()
    klant_id = ingedeeld(dienst, None)
    with als(dienst, Rol.INTAKER) as h:
        klant = h.klant(UUID(klant_id))
        bericht = zet_klaar(h, klant, sjabloon, gegevens(sjabloon), onderwerp_id=onderwerp_id)
        assert bericht
        bericht.status = Berichtstatus.MISLUKT
        maak_taak(h, mislukttaak("bevestiging", h.vandaag), Bestemming(bericht.id, klant))
        maak_taak(h, onbereikbaartaak("herinnering", h.vandaag), Bestemming(onderwerp_id, klant))
    assert len(taken(dienst, klant_id)) == 2
    with als(dienst, Rol.INTAKER) as h:
        h.klant(UUID(klant_id))
        trek_terug(h, onderwerp_id)
    assert taken(dienst, klant_id) == []


def test_gegevens_zijn_precies_die_van_het_sjabloon(dienst: Dienst) -> None:
    klant_id = UUID(ingedeeld(dienst, None))
    with als(dienst, Rol.INTAKER) as h:
        for fout in ({"begint": BEGINT}, gegevens(Sjabloon.SCREENING_BEVESTIGING, bsn="x")):
            with pytest.raises(ValueError, match="hoort er niet bij of ontbreekt"):
                zet_klaar(h, h.klant(klant_id), Sjabloon.SCREENING_BEVESTIGING, fout, onderwerp_id=uuid4())
