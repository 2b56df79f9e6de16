"""What is claimed back of subsidies and vergoedingen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

_VERWIJST = {"klant_id": "klant", "organisatie": "organisatie", "subsidie_id": "subsidie", "besluit_id": "besluit"}


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "subsidievordering",
        sa.Column("subsidie_id", sa.Uuid(), nullable=False),
        sa.Column("besluit_id", sa.Uuid(), nullable=True),
        sa.Column("basis", _keuze("basis", "awb_4_57", "civielrechtelijk"), nullable=False),
        sa.Column("bedrag", sa.Integer(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("stand", _keuze("stand", "open", "voldaan", "ingetrokken"), nullable=False),
        sa.Column("reden_afhandeling", sa.Text(), nullable=True),
        sa.Column("ingesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingesteld_door", sa.Uuid(), nullable=False),
        sa.Column("afgehandeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *(
            sa.ForeignKeyConstraint([veld], [f"{doel}.id"], name=op.f(f"fk_subsidievordering_{veld}"))
            for veld, doel in _VERWIJST.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subsidievordering")),
    )
    for veld in ("klant_id", "subsidie_id"):
        op.create_index(op.f(f"ix_subsidievordering_{veld}"), "subsidievordering", [veld])
    beveilig("subsidievordering", met_klant=True)
    geef_rechten("subsidievordering")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
