"""Loonkosten: zaken about doelgroep and loonwaarde, the dispatch to the employer, and the Praktijkroute."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def _dossier(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def upgrade() -> None:
    op.create_table(
        "loonkostenzaak",
        sa.Column("soort", _keuze("loonkostenzaaksoort", "doelgroep_lks", "loonwaarde"), nullable=False),
        sa.Column(
            "stand",
            _keuze("loonkostenzaakstand", "open", "besloten", "getoetst", "bekendgemaakt", "ingetrokken"),
            nullable=False,
        ),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gegevens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("dienstverband_id", sa.Uuid(), nullable=True),
        sa.Column("corrigeert", sa.Uuid(), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_dossier("loonkostenzaak"),
        sa.ForeignKeyConstraint(["corrigeert"], ["besluit.id"], name=op.f("fk_loonkostenzaak_corrigeert")),
    )
    op.create_index(op.f("ix_loonkostenzaak_klant_id"), "loonkostenzaak", ["klant_id"])
    op.create_index(op.f("ix_loonkostenzaak_dienstverband_id"), "loonkostenzaak", ["dienstverband_id"])
    op.create_table(
        "werkgeverbekendmaking",
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("verzonden_op", sa.Date(), nullable=False),
        sa.Column("wijze", _keuze("verzendwijze", "post", "aangetekend", "uitgereikt", "digitaal"), nullable=False),
        sa.Column("bezwaartermijn", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verzonden_door", sa.Uuid(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        *_dossier("werkgeverbekendmaking"),
        sa.ForeignKeyConstraint(["besluit_id"], ["besluit.id"], name=op.f("fk_werkgeverbekendmaking_besluit_id")),
        sa.UniqueConstraint("besluit_id", name=op.f("uq_werkgeverbekendmaking_besluit_id")),
    )
    op.create_index(op.f("ix_werkgeverbekendmaking_klant_id"), "werkgeverbekendmaking", ["klant_id"])
    op.create_table(
        "praktijkroute",
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("werkplek", sa.Text(), nullable=False),
        sa.Column("methode", sa.Text(), nullable=False),
        sa.Column("loonwaarde", sa.Integer(), nullable=False),
        sa.Column(
            "uitkomst", _keuze("praktijkuitkomst", "in_te_schrijven", "niet_in_te_schrijven"), nullable=False
        ),
        sa.Column("ingeschreven_op", sa.Date(), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_dossier("praktijkroute"),
    )
    op.create_index(op.f("ix_praktijkroute_klant_id"), "praktijkroute", ["klant_id"])
    op.create_table(
        "loonkostenforfait",
        sa.Column("dienstverband_id", sa.Uuid(), nullable=False),
        sa.Column("overlegd_op", sa.Date(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("vastgesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgesteld_door", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_dossier("loonkostenforfait"),
        sa.ForeignKeyConstraint(
            ["dienstverband_id"], ["dienstverband.id"], name=op.f("fk_loonkostenforfait_dienstverband_id")
        ),
    )
    op.create_index(op.f("ix_loonkostenforfait_klant_id"), "loonkostenforfait", ["klant_id"])
    op.create_index(
        "ix_loonkostenforfait_een",
        "loonkostenforfait",
        ["dienstverband_id"],
        unique=True,
        postgresql_where=sa.text("reden_intrekking IS NULL"),
    )
    for tabel in ("loonkostenforfait", "loonkostenzaak", "praktijkroute"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    beveilig("werkgeverbekendmaking", met_klant=True)
    alleen_toevoegen("werkgeverbekendmaking")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
