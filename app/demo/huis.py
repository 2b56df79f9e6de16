"""What happens every day without a klant: the ronde of the worker and the answers of the uitkeringsadministratie."""

from __future__ import annotations

from datetime import datetime

from app.db.mutatie import Mutatiestatus, bladzijde
from app.demo.mens import Mens
from app.demo.toneel import Toneel, iemand
from app.domain.kern.rollen import Rol
from app.domain.kern.tijd import dag
from app.services.bericht.bezorger import Zending
from app.services.handeling import Handeling
from app.services.mutatie import AfwijsOpdracht, MutatiebevestigingOpdracht, bevestig, wijs_af
from app.services.ronde import ronde

HOOGSTENS = 200
REDEN = {
    "maatregel": "De uitkering is per de eerste van deze maand al beëindigd.",
    "klantgroep": "Deze persoon staat bij ons onder een ander klantnummer.",
}


class Postbode:
    """Brings every message of the demo, to nobody: what was sent weeks ago does not go out now."""

    def bezorg(self, _zending: Zending, _nu: datetime) -> str | None:
        """Say that it went well."""
        return None


def doe_ronde(toneel: Toneel) -> None:
    """Let the worker deliver what happened, and let terms run out."""
    ronde(toneel.sessies, toneel.register, toneel.moment, Postbode())


def beantwoord_mutaties(toneel: Toneel) -> None:
    """Answer the mutaties that were offered before today; a few cannot be processed."""
    wie = iemand(Rol.KOPPELING)

    def zoek(h: Handeling) -> list[tuple[object, str, Mens]]:
        paren = bladzijde(h.sessie, h.actor, 0, HOOGSTENS, Mutatiestatus.AANGEBODEN)
        oud = ((m, k) for m, k in paren if dag(m.aangeboden_op) < toneel.vandaag)
        return [(mutatie.id, mutatie.soort, toneel.mensen[klant.id]) for mutatie, klant in oud]

    for nummer, soort, mens in toneel.lees(wie, zoek):
        if mens.mutatie_afgewezen == soort:
            toneel.doe(wie, wijs_af, AfwijsOpdracht(reden=REDEN[soort]), mutatie_id=nummer)
        else:
            kenmerk = MutatiebevestigingOpdracht(extern_kenmerk=f"GWS-{str(nummer)[-8:]}")
            toneel.doe(wie, bevestig, kenmerk, mutatie_id=nummer)
