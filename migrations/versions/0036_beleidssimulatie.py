"""Policy simulations: what was asked, how far each is, and the counts that came of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_STATEN = ("gevraagd", "bezig", "klaar", "geannuleerd", "mislukt")


def upgrade() -> None:
    op.create_table(
        "beleidssimulatie",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("wijzigingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("beleid_id", sa.Text(), nullable=False),
        sa.Column("beleid_sha256", sa.Text(), nullable=False),
        sa.Column(
            "staat",
            sa.Enum(*_STATEN, name="simulatiestaat", native_enum=False, create_constraint=True, length=60),
            nullable=False,
        ),
        sa.Column("gevallen", sa.Integer(), nullable=False),
        sa.Column("gedaan", sa.Integer(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("plek", sa.Uuid(), nullable=True),
        sa.Column("tussenstand", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("uitkomst", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("duur_ms", sa.BigInteger(), nullable=False),
        sa.Column("codeversie", sa.Text(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gevraagd_door", sa.Uuid(), nullable=False),
        sa.Column("afgerond_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("correlatie_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_beleidssimulatie_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beleidssimulatie")),
    )
    op.create_index(
        "ix_beleidssimulatie_open",
        "beleidssimulatie",
        ["organisatie", "id"],
        postgresql_where=sa.text("staat IN ('gevraagd', 'bezig')"),
    )
    beveilig("beleidssimulatie", met_klant=False)
    geef_rechten("beleidssimulatie")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
