"""The policy of messages: who writes, and the text of every message per channel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.bericht.bewijsmiddelen import Bewijsmiddel
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.bericht.sjabloon import Sjabloon

Tekst = Annotated[str, Field(min_length=1)]
KORT: Final = 612
"""Characters of a short text as it stands in the policy: four parts of an SMS."""
_TERUGVAL: Final[Mapping[Berichtkanaal, str]] = {Berichtkanaal.BRIEF: "mail", Berichtkanaal.WHATSAPP: "sms"}
GEWOON: Final = (Berichtkanaal.MAIL, Berichtkanaal.SMS, Berichtkanaal.BRIEF)


class Afzender(BaseModel):
    """Who writes, as on the letterhead."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gemeente: Tekst
    naam: Tekst
    adres: tuple[Tekst, ...] = Field(min_length=1)
    telefoon: Tekst
    whatsapp: str | None = None
    email: Tekst
    website: str | None = None


class Videobellen(BaseModel):
    """What a klant and an employee need to meet on a screen (DEV-DIG-007, DEV-DIG-023)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uitleg: Tekst
    instructievideo: Tekst
    tips: tuple[Tekst, ...] = Field(min_length=1)
    hulpnummer: Tekst
    instructie_medewerkers: Tekst
    tweede_scherm: Tekst
    helpdesk: str | None = None


class Berichttekst(BaseModel):
    """The text of one message per channel; a letter takes the mail's text and WhatsApp the SMS' where it has no own.

    ``volgorde`` is the order in which the channels are tried; a channel without a text is passed over.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    onderwerp: Tekst
    volgorde: tuple[Berichtkanaal, ...] = Field(default=GEWOON, min_length=1)
    mail: Tekst | None = None
    sms: Annotated[str, Field(min_length=1, max_length=KORT)] | None = None
    whatsapp: Tekst | None = None
    brief: Tekst | None = None

    @model_validator(mode="after")
    def _iets_te_zeggen(self) -> Self:
        if not any(self.voor(kanaal) for kanaal in self.volgorde):
            raise ValueError("geen enkel kanaal van de volgorde heeft een tekst")
        return self

    def voor(self, kanaal: Berichtkanaal) -> str | None:
        """Return the text for a channel, None when this message has none."""
        eigen: str | None = getattr(self, kanaal.value)
        return eigen or getattr(self, _TERUGVAL.get(kanaal, kanaal.value))

    def teksten(self) -> Iterator[tuple[str, str]]:
        """Yield every text with its name in the policy."""
        for veld in ("onderwerp", *(kanaal.value for kanaal in Berichtkanaal)):
            if tekst := getattr(self, veld):
                yield veld, tekst


class Berichtregels(Beleid):
    """What holds for every message; ``aanhef`` and ``slot`` go around the text of mails and letters.

    ``afspraakblok`` is the part that all texts about an appointment share, ``herinnering_tijd`` the Dutch time
    (``10:00``) at which a message goes out that belongs to a day.
    """

    soort: ClassVar[str] = "bericht"

    afzender: Waarde[Afzender]
    aanhef: Waarde[Tekst]
    slot: Waarde[Tekst]
    afspraakblok: Waarde[Tekst]
    videobellen: Waarde[Videobellen]
    herinnering_tijd: Waarde[Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]]
    bewijsmiddelen: Waarde[tuple[Bewijsmiddel, ...]]

    def tekst(self, sjabloon: Sjabloon) -> Berichttekst:
        """Return the text of a message."""
        waarde: Waarde[Berichttekst] = getattr(self, sjabloon.value)
        return waarde.waarde


_TEKSTEN: Final[dict[str, Any]] = {sjabloon.value: (Waarde[Berichttekst], ...) for sjabloon in Sjabloon}

BerichtBeleid: type[Berichtregels] = create_model(
    "BerichtBeleid",
    __base__=Berichtregels,
    __module__=__name__,
    __doc__="The rules with the text of every Sjabloon, each a Waarde of its own so that policy can replace just that.",
    **_TEKSTEN,
)
