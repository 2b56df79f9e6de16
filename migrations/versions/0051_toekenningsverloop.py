"""What happens to a voorziening: the days of it, and what goes on from 2017."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

_SOORTEN = (
    "start", "voortgang", "no_show", "evaluatie", "kostenvordering", "voorwaarden_2017", "afronding",
)  # fmt: skip


def upgrade() -> None:
    op.drop_column("toekenning", "noodzaak")
    op.drop_column("toekenning", "afweging")
    op.add_column("toekenning", sa.Column("loon", sa.Integer(), nullable=True))
    op.add_column("toekenning", sa.Column("eindegrond", sa.Text(), nullable=True))
    for naam in ("collegebesluit", "overgang"):
        op.add_column("toekenning", sa.Column(naam, postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.execute("UPDATE toekenning SET omstandigheden = '[]'")
    soort = sa.Enum(*_SOORTEN, name="toekenningfeitsoort", native_enum=False, create_constraint=True, length=60)
    op.create_table(
        "toekenningfeit",
        sa.Column("toekenning_id", sa.Uuid(), nullable=False),
        sa.Column("soort", soort, nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("inhoud", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_toekenningfeit_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_toekenningfeit_organisatie")),
        sa.ForeignKeyConstraint(["toekenning_id"], ["toekenning.id"], name=op.f("fk_toekenningfeit_toekenning_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toekenningfeit")),
    )
    op.create_index(op.f("ix_toekenningfeit_klant_id"), "toekenningfeit", ["klant_id"])
    op.create_index(op.f("ix_toekenningfeit_toekenning_id"), "toekenningfeit", ["toekenning_id"])
    beveilig("toekenningfeit", met_klant=True)
    geef_rechten("toekenningfeit")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
