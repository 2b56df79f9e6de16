"""Bezwaren."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

REDENEN = (
    "kennelijk_niet_ontvankelijk",
    "kennelijk_ongegrond",
    "wil_niet_gehoord_worden",
    "reageert_niet",
    "volledig_tegemoetgekomen",
)
STATUSSEN = ("open", "besloten", "getoetst", "afgehandeld", "ingetrokken")


def _keuze(naam: str, waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "bezwaar",
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("eerste_besluit_id", sa.Uuid(), nullable=False),
        sa.Column("bezwaar_tot_en_met", sa.Date(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("verstuurd_op", sa.Date(), nullable=True),
        sa.Column("indiener", _keuze("indiener", ("klant", "gemachtigde")), nullable=False),
        sa.Column("gemachtigde", sa.Text(), nullable=True),
        sa.Column("gronden", sa.Text(), nullable=True),
        sa.Column("hersteld_tot", sa.Date(), nullable=True),
        sa.Column("verschoonbaar", sa.Boolean(), nullable=True),
        sa.Column("verschoonbaar_reden", sa.Text(), nullable=True),
        sa.Column("gehoord", sa.Boolean(), nullable=True),
        sa.Column("gehoord_op", sa.Date(), nullable=True),
        sa.Column("hoorverslag", sa.Text(), nullable=True),
        sa.Column("reden_niet_horen", _keuze("reden_niet_horen", REDENEN), nullable=True),
        sa.Column("termijn", postgresql.JSONB(), nullable=False),
        sa.Column("status", _keuze("bezwaarstatus", STATUSSEN), nullable=False),
        sa.Column("ontvangen_door", sa.Uuid(), nullable=False),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["besluit_id"], ["besluit.id"], name=op.f("fk_bezwaar_besluit_id")),
        sa.ForeignKeyConstraint(["eerste_besluit_id"], ["besluit.id"], name=op.f("fk_bezwaar_eerste_besluit_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_bezwaar_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_bezwaar_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bezwaar")),
    )
    op.create_index(op.f("ix_bezwaar_klant_id"), "bezwaar", ["klant_id"])
    op.create_index(op.f("ix_bezwaar_besluit_id"), "bezwaar", ["besluit_id"])
    op.create_index(op.f("ix_bezwaar_eerste_besluit_id"), "bezwaar", ["eerste_besluit_id"])
    op.create_index(
        "uq_bezwaar_lopend",
        "bezwaar",
        ["besluit_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('open', 'besloten', 'getoetst')"),
    )
    beveilig("bezwaar", met_klant=True)
    geef_rechten("bezwaar")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
