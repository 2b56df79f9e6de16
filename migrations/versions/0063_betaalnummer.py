"""Numbers of betaalopdrachten that do not depend on what the employee may read, and who put an account there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "betaalnummering",
        sa.Column("laatste", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_betaalnummering_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betaalnummering")),
        sa.UniqueConstraint("organisatie", name=op.f("uq_betaalnummering_organisatie")),
    )
    op.execute(
        "INSERT INTO betaalnummering (id, organisatie, laatste) "
        "SELECT gen_random_uuid(), organisatie, max(nr) FROM betaalopdracht GROUP BY organisatie"
    )
    beveilig("betaalnummering", met_klant=False)
    geef_rechten("betaalnummering")
    te_halen = sa.text("stand = 'aangeboden'")
    op.create_index("ix_betaalopdracht_te_halen", "betaalopdracht", ["organisatie", "nr"], postgresql_where=te_halen)
    op.create_index(op.f("ix_toekenning_vestiging_id"), "toekenning", ["vestiging_id"])
    op.add_column("subsidie", sa.Column("rekening_door", sa.Uuid(), nullable=True))
    op.execute("UPDATE subsidie SET rekening_door = geopend_door WHERE iban IS NOT NULL")
    op.add_column("subsidie", sa.Column("aanvullen_wat", sa.Text(), nullable=True))
    op.add_column("werkgever", sa.Column("reden_heropening", sa.Text(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
