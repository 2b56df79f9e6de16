"""Agreements with a klant."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

PARTIJEN = ("klant", "gemeente", "ander")
AANLEIDINGEN = ("screeningsgesprek", "ambitiegesprek", "kick_off", "beschikking", "plan", "contact")


def _keuze(naam: str, waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "klantafspraak",
        sa.Column("wat", sa.Text(), nullable=False),
        sa.Column("door", _keuze("partij", PARTIJEN), nullable=False),
        sa.Column("door_naam", sa.Text(), nullable=True),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("aanleiding", _keuze("aanleiding", AANLEIDINGEN), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemaakt_door", sa.Uuid(), nullable=False),
        sa.Column("nagekomen", sa.Boolean(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("nagegaan_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_klantafspraak_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_klantafspraak_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klantafspraak")),
    )
    op.create_index(op.f("ix_klantafspraak_klant_id"), "klantafspraak", ["klant_id"])
    op.create_index(
        "ix_klantafspraak_open",
        "klantafspraak",
        ["organisatie", "uiterlijk", "id"],
        postgresql_where=sa.text("nagekomen IS NULL"),
    )
    beveilig("klantafspraak", met_klant=True)
    geef_rechten("klantafspraak")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
