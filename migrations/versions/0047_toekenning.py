"""Granted voorzieningen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

_STANDEN = (
    "concept", "besloten", "getoetst", "toegekend", "afgewezen", "lopend", "beeindigd", "afgerond", "ingetrokken",
)  # fmt: skip


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def _json(naam: str, *, leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, postgresql.JSONB(astext_type=sa.Text()), nullable=leeg)


def upgrade() -> None:
    op.create_table(
        "toekenning",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("regime", _keuze("verordeningsregime", "2017", "2021"), nullable=False),
        sa.Column("stand", _keuze("toekenningstand", *_STANDEN), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("uren", sa.Numeric(4, 1), nullable=True),
        sa.Column("kosten", sa.Integer(), nullable=True),
        sa.Column("vestiging_id", sa.Uuid(), nullable=True),
        sa.Column("dienstverband_id", sa.Uuid(), nullable=True),
        _json("noodzaak", leeg=True),
        _json("afweging"),
        _json("omstandigheden"),
        _json("antwoorden"),
        _json("gegevens"),
        sa.Column("gestart_op", sa.Date(), nullable=True),
        sa.Column("laatste_dag", sa.Date(), nullable=True),
        sa.Column("uitkomst", sa.Text(), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("opgesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opgesteld_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_toekenning_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_toekenning_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toekenning")),
    )
    op.create_index(op.f("ix_toekenning_klant_id"), "toekenning", ["klant_id"])
    op.create_index(op.f("ix_toekenning_code"), "toekenning", ["code"])
    beveilig("toekenning", met_klant=True)
    geef_rechten("toekenning")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
