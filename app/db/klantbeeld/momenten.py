"""The next appointment of a klant, and what the last contact was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    Date,
    DateTime,
    Row,
    Select,
    Text,
    Uuid,
    and_,
    bindparam,
    cast,
    literal,
    null,
    select,
    union_all,
)

from app.db.afspraak import Afspraak
from app.db.indeling import Ambitiegesprek
from app.db.intake.melding import Contactpoging, MeldingPersoon
from app.db.intake.screening import Screening, Screeningsresultaat, Screeningstatus
from app.db.klant import Klant, leesbaar
from app.db.klantbeeld.lezer import EIGEN, Lezer
from app.db.maatregel import Maatregelstap, Stapsoort
from app.db.organisatie import Medewerker
from app.db.sjabloon import Sjabloon
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.kern.rollen import Bereik
from app.domain.kern.tijd import dag

_NU, _CONTACT = (bindparam(naam, type_=DateTime(timezone=True)) for naam in ("nu", "contact"))
_CONTACTDAG = bindparam("contactdag", type_=Date)


def lees_momenten(lezer: Lezer, nu: datetime, contact: datetime | None) -> Sequence[Row[Any]]:
    """Return the next appointment (``wat`` is ``volgende``), and what the last ``contact`` was (``contact``)."""
    return lezer.lees(_momenten, nu=nu, contact=contact, contactdag=dag(contact) if contact else None)


@cache
def _momenten(bereik: Bereik) -> Select[Any]:
    """Put the branches together; each finds at most one moment."""
    eigen = leesbaar(Sjabloon.van(bereik)).where(Klant.id == EIGEN).with_only_columns(Klant.id).cte("eigen")
    takken = (_volgende_afspraak(eigen), _volgende_screening(eigen), *_contacten(eigen))
    alle = union_all(*(select(tak.limit(1).subquery()) for tak in takken)).subquery("alle")
    vraag = select(*alle.c, Medewerker.naam.label("medewerker_naam"))
    vraag = vraag.outerjoin(Medewerker, Medewerker.id == alle.c.medewerker_id)
    return vraag.order_by(alle.c.wat, alle.c.moment, alle.c.rang, alle.c.id)


def _volgende_afspraak(eigen: CTE) -> Select[Any]:
    kolommen = _moment("volgende", ("afspraak", 0), Afspraak.begint, Afspraak.id)
    plaats = (cast(Afspraak.soort, Text).label("soort"), Afspraak.locatie, Afspraak.medewerker_id)
    vraag: Select[Any] = select(*kolommen, *plaats).join(eigen, eigen.c.id == Afspraak.klant_id)
    vraag = vraag.where(Afspraak.begint >= _NU, Afspraak.uitkomst.is_(None), Afspraak.vervallen_op.is_(None))
    return vraag.order_by(Afspraak.begint, Afspraak.id)


def _volgende_screening(eigen: CTE) -> Select[Any]:
    soort = literal(AfspraakSoort.SCREENINGSGESPREK.value, Text).label("soort")
    kolommen = _moment("volgende", ("screening", 1), Screening.begin, Screening.id)
    vraag = select(*kolommen, soort, Screening.locatie, Screening.inkomensconsulent_id.label("medewerker_id"))
    vraag = _van_melding(eigen, vraag, Screening)
    vraag = vraag.where(Screening.status == Screeningstatus.GEPLAND, Screening.begin >= _NU)
    return vraag.order_by(Screening.begin, Screening.id)


def _contacten(eigen: CTE) -> list[Select[Any]]:
    """Look for what happened at the moment of the last contact, or on its day where only the day was recorded."""
    geen: dict[str, Any] = {"soort": Text, "locatie": Text, "medewerker_id": Uuid}

    def bron(soort: str, rang: int, nummer: Any) -> Select[Any]:
        leeg = (cast(null(), type_).label(naam) for naam, type_ in geen.items())
        return select(*_moment("contact", (soort, rang), _CONTACT, nummer), *leeg)

    def zelf(soort: str, rang: int, tabel: Any) -> Select[Any]:
        return bron(soort, rang, tabel.id).join(eigen, eigen.c.id == tabel.klant_id)

    verschenen = and_(Afspraak.begint == _CONTACT, Afspraak.uitkomst == Presentie.VERSCHENEN)
    gescreend = _van_melding(eigen, bron("screening", 1, Screeningsresultaat.screening_id), Screeningsresultaat)
    gebeld = _van_melding(eigen, bron("contactpoging", 3, Contactpoging.id), Contactpoging)
    hoorgesprek = and_(Maatregelstap.datum == _CONTACTDAG, Maatregelstap.soort == Stapsoort.HOORGESPREK)
    return [
        zelf("afspraak", 0, Afspraak).where(verschenen),
        gescreend.where(Screeningsresultaat.einde == _CONTACT),
        zelf("ambitiegesprek", 2, Ambitiegesprek).where(Ambitiegesprek.datum == _CONTACTDAG),
        gebeld.where(Contactpoging.tijdstip == _CONTACT, Contactpoging.bereikt),
        zelf("hoorgesprek", 4, Maatregelstap).where(hoorgesprek),
    ]


def _van_melding(eigen: CTE, vraag: Select[Any], tabel: Any) -> Select[Any]:
    """Join what belongs to a melding to the klanten whom the melding is about, the partner too."""
    vraag = vraag.join(MeldingPersoon, MeldingPersoon.melding_id == tabel.melding_id)
    return vraag.join(eigen, eigen.c.id == MeldingPersoon.klant_id)


def _moment(wat: str, bron: tuple[str, int], moment: Any, nummer: Any) -> tuple[Any, ...]:
    """Return the columns that every branch has; the second part of ``bron`` ranks branches of the same moment."""
    labels = {"wat": literal(wat), "bron": literal(bron[0]), "rang": literal(bron[1]), "moment": moment, "id": nummer}
    return tuple(kolom.label(naam) for naam, kolom in labels.items())
