"""Messages and letters to the klant."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KANALEN = ("mail", "sms", "whatsapp", "brief")
STATUSSEN = ("wachtend", "af_te_drukken", "verzonden", "mislukt", "teruggetrokken")


def _keuze(naam: str, waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "bericht",
        sa.Column("sjabloon", sa.Text(), nullable=False),
        sa.Column("kanaal", _keuze("berichtkanaal", KANALEN), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=True),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
        sa.Column("beleid_id", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemaakt_door", sa.Uuid(), nullable=False),
        sa.Column("niet_voor", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", _keuze("berichtstatus", STATUSSEN), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("volgende_poging", sa.DateTime(timezone=True), nullable=True),
        sa.Column("geclaimd_tot", sa.DateTime(timezone=True), nullable=True),
        sa.Column("laatste_fout", sa.Text(), nullable=True),
        sa.Column("verzonden_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("extern_kenmerk", sa.Text(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_bericht_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_bericht_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
    )
    op.create_index(op.f("ix_bericht_klant_id"), "bericht", ["klant_id"])
    op.create_index("ix_bericht_onderwerp", "bericht", ["onderwerp_id"])
    op.create_index("ix_bericht_status", "bericht", ["organisatie", "status", "id"])
    op.create_index(
        "ix_bericht_wachtend",
        "bericht",
        ["organisatie", "volgende_poging"],
        postgresql_where=sa.text("status = 'wachtend'"),
    )
    beveilig("bericht", met_klant=True)
    geef_rechten("bericht")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
