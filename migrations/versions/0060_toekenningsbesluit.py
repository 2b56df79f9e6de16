"""The besluit on a voorziening: the hardheidsclausule and the agreement."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def _eigen(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("toekenning_id", sa.Uuid(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.ForeignKeyConstraint(["toekenning_id"], ["toekenning.id"], name=op.f(f"fk_{tabel}_toekenning_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def upgrade() -> None:
    op.drop_column("toekenning", "omstandigheden")
    op.create_table(
        "hardheidsvoorstel",
        sa.Column("artikel", sa.Text(), nullable=False),
        sa.Column("lid", sa.Text(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("voorgesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voorgesteld_door", sa.Uuid(), nullable=False),
        sa.Column("akkoord", sa.Boolean(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=True),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("besloten_door", sa.Uuid(), nullable=True),
        *_eigen("hardheidsvoorstel"),
    )
    op.create_table(
        "voorzieningovereenkomst",
        sa.Column("brief_id", sa.Uuid(), nullable=False),
        sa.Column("afspraken", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("partijen", postgresql.ARRAY(sa.TEXT()), nullable=False),
        sa.Column("handtekeningen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ondertekend_op", sa.Date(), nullable=True),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemaakt_door", sa.Uuid(), nullable=False),
        *_eigen("voorzieningovereenkomst"),
        sa.ForeignKeyConstraint(["brief_id"], ["brief.id"], name=op.f("fk_voorzieningovereenkomst_brief_id")),
    )
    for tabel in ("hardheidsvoorstel", "voorzieningovereenkomst"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        op.create_index(op.f(f"ix_{tabel}_toekenning_id"), tabel, ["toekenning_id"])
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
