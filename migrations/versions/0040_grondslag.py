"""A step of a maatregelzaak may be the grondslag of the IOAW or IOAZ, taken from the uitkeringsadministratie."""

from __future__ import annotations

from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

SOORTEN = (
    "'uitnodiging', 'hersteltermijn', 'hoorgesprek', 'niet_horen', 'bewijsstuk', 'oordeel', 'plan', 'sms', 'no_show',"
    " 'wederhoorafweging', 'controle', 'opnieuw_gehoord', 'opnieuw_uitgenodigd', 'nieuwe_opkomst', 'grondslag',"
    " 'ingetrokken'"
)


def upgrade() -> None:
    op.drop_constraint(op.f("ck_maatregelstap_stapsoort"), "maatregelstap", type_="check")
    op.create_check_constraint(op.f("ck_maatregelstap_stapsoort"), "maatregelstap", f"soort IN ({SOORTEN})")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
