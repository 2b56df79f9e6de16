"""overleg: consultation with the sociale recherche after a signal, with the joint plan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "overleg",
        sa.Column("gevoerd_op", sa.Date(), nullable=False),
        sa.Column("plan_van_aanpak", sa.Text(), nullable=False),
        sa.Column("driegesprek_nodig", sa.Boolean(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_overleg_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_overleg_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg")),
    )
    op.create_index(op.f("ix_overleg_klant_id"), "overleg", ["klant_id"], unique=False)
    beveilig("overleg", met_klant=True)
    alleen_toevoegen("overleg")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
