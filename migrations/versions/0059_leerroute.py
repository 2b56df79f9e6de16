"""Werk-leerroutes of klanten: phases, assignments and progress."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def _eigen(tabel: str, *, versie: bool = True) -> list[sa.schema.SchemaItem]:
    delen: list[sa.schema.SchemaItem] = [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]
    return [*delen, sa.Column("versie", sa.BigInteger(), nullable=False)] if versie else delen


def _wie(werkwoord: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column(f"{werkwoord}_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column(f"{werkwoord}_door", sa.Uuid(), nullable=False),
    ]


def _naar(tabel: str, kolom: str, doel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([kolom], [f"{doel}.id"], name=op.f(f"fk_{tabel}_{kolom}"))


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    _deelname()
    _fase()
    _leren()
    for tabel in ("leerroutedeelname", "leerroutefase", "leerrouteopdracht", "leerroutevoortgang"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        beveilig(tabel, met_klant=True)
    for tabel in ("leerroutedeelname", "leerroutefase", "leerrouteopdracht"):
        geef_rechten(tabel)
    alleen_toevoegen("leerroutevoortgang")


def _deelname() -> None:
    op.create_table(
        "leerroutedeelname",
        sa.Column("toekenning_id", sa.Uuid(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("stand", _keuze("leerroutestand", "lopend", "afgerond", "gestopt", "vervallen"), nullable=False),
        sa.Column("consulent_id", sa.Uuid(), nullable=True),
        sa.Column("accountmanager_id", sa.Uuid(), nullable=False),
        sa.Column("bewijs", _keuze("leerroutebewijs", "bewijs_van_deelname", "praktijkverklaring"), nullable=True),
        sa.Column("bewijs_op", sa.Date(), nullable=True),
        sa.Column("bewijs_kenmerk", sa.Text(), nullable=True),
        sa.Column("geeindigd_op", sa.Date(), nullable=True),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        *_wie("ingeschreven"),
        *_eigen("leerroutedeelname"),
        _naar("leerroutedeelname", "toekenning_id", "toekenning"),
        _naar("leerroutedeelname", "accountmanager_id", "medewerker"),
    )
    op.create_index(op.f("ix_leerroutedeelname_toekenning_id"), "leerroutedeelname", ["toekenning_id"])
    op.create_index(
        "ix_leerroutedeelname_een",
        "leerroutedeelname",
        ["klant_id"],
        unique=True,
        postgresql_where=sa.text("stand = 'lopend'"),
    )


def _fase() -> None:
    tekst = ("werkplek", "werkcoach", "werkleider", "praktijkopleider", "reden_verlenging")
    op.create_table(
        "leerroutefase",
        sa.Column("deelname_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("uren", sa.Integer(), nullable=False),
        sa.Column("vestiging_id", sa.Uuid(), nullable=True),
        sa.Column("dienstverband_id", sa.Uuid(), nullable=True),
        sa.Column("gestart_op", sa.Date(), nullable=True),
        sa.Column("afgerond_op", sa.Date(), nullable=True),
        *[sa.Column(naam, sa.Text(), nullable=True) for naam in tekst],
        *_eigen("leerroutefase"),
        _naar("leerroutefase", "deelname_id", "leerroutedeelname"),
        sa.UniqueConstraint("deelname_id", "nummer", name=op.f("uq_leerroutefase_deelname_id_nummer")),
    )


def _leren() -> None:
    op.create_table(
        "leerrouteopdracht",
        sa.Column("deelname_id", sa.Uuid(), nullable=False),
        sa.Column("soort", _keuze("leeropdrachtsoort", "werkopdracht", "praktijkopdracht"), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column(
            "resultaat", _keuze("leerresultaat", "open", "behaald", "niet_behaald", "vervallen"), nullable=False
        ),
        sa.Column("beoordeeld_op", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=True),
        *_wie("gegeven"),
        *_eigen("leerrouteopdracht"),
        _naar("leerrouteopdracht", "deelname_id", "leerroutedeelname"),
    )
    op.create_index(op.f("ix_leerrouteopdracht_deelname_id"), "leerrouteopdracht", ["deelname_id"])
    onderdelen = ("werkervaring", "werkopdrachten", "praktijkopdrachten", "vakvaardigheden", "werknemersvaardigheden")
    op.create_table(
        "leerroutevoortgang",
        sa.Column("deelname_id", sa.Uuid(), nullable=False),
        sa.Column("onderdeel", _keuze("leeronderdeel", *onderdelen), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("voortgang", sa.Text(), nullable=False),
        *_wie("vastgelegd"),
        *_eigen("leerroutevoortgang", versie=False),
        _naar("leerroutevoortgang", "deelname_id", "leerroutedeelname"),
    )
    op.create_index(op.f("ix_leerroutevoortgang_deelname_id"), "leerroutevoortgang", ["deelname_id"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
