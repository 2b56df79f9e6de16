"""dienstverleningsniveau."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ONDER_VARIANTEN = ("taak", "termijn", "afspraak", "screening")


def upgrade() -> None:
    for tabel in ONDER_VARIANTEN:
        leeg = sa.text("'{}'")
        op.add_column(tabel, sa.Column("varianten", postgresql.ARRAY(sa.Text()), server_default=leeg, nullable=False))
    op.create_table(
        "niveaubesluit",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("onderdeel", sa.Text(), nullable=False),
        sa.Column("variant", sa.Text(), nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("besloten_door", sa.Text(), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot > van", name=op.f("ck_niveaubesluit_tijdvak")),
        sa.ForeignKeyConstraint(
            ["organisatie"], ["organisatie.id"], name=op.f("fk_niveaubesluit_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_niveaubesluit")),
    )
    op.create_index("ix_niveaubesluit_lijst", "niveaubesluit", ["organisatie", "tijdstip", "id"], unique=False)
    op.create_table(
        "niveauherroeping",
        sa.Column("niveaubesluit_id", sa.Uuid(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["niveaubesluit_id"], ["niveaubesluit.id"], name=op.f("fk_niveauherroeping_niveaubesluit_id")
        ),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_niveauherroeping_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_niveauherroeping")),
        sa.UniqueConstraint("niveaubesluit_id", name=op.f("uq_niveauherroeping_niveaubesluit_id")),
    )
    for tabel in ("niveaubesluit", "niveauherroeping"):
        beveilig(tabel, met_klant=False)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
