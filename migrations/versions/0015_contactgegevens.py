"""How klanten reach an employee, and along which way contact was sought."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WEGEN = ("telefoon", "whatsapp", "mail", "balie")


def upgrade() -> None:
    for naam in ("telefoon", "whatsapp", "email"):
        op.add_column("medewerker", sa.Column(naam, sa.Text(), nullable=True))
    weg = sa.Enum(*WEGEN, name="contactweg", native_enum=False, create_constraint=True, length=60)
    op.add_column("contactpoging", sa.Column("weg", weg, nullable=False, server_default="telefoon"))
    op.alter_column("contactpoging", "weg", server_default=None)
    op.add_column("contactpoging", sa.Column("begrepen", sa.Boolean(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
