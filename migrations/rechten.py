"""Row-level security, rights of the application's role, and tables that only grow."""

from __future__ import annotations

from alembic import op

ROL = "iom_toepassing"

_FUNCTIES = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{ROL}') THEN CREATE ROLE {ROL} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- Who makes a role may give it away, but from PostgreSQL 16 on is not allowed to take it: so it is given.
DO $$ BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT {ROL} TO %I', current_user);
    END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;  -- where another user manages the roles, that user gives it
END $$;

CREATE FUNCTION iom_weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'tabel % is alleen om aan toe te voegen', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION iom_eigen_organisatie(naam text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT naam = current_setting('iom.organisatie', true)
$$;

CREATE FUNCTION iom_mag_klant(gemeente text, team text, consulent uuid, inkomensconsulent uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT gemeente = ANY (string_to_array(current_setting('iom.gemeenten', true), ','))
       AND CASE current_setting('iom.bereik', true)
           WHEN 'organisatie' THEN true
           WHEN 'team' THEN coalesce(team = ANY (string_to_array(current_setting('iom.teams', true), ',')), false)
               OR coalesce(current_setting('iom.medewerker', true) IN (consulent::text, inkomensconsulent::text), false)
           WHEN 'caseload' THEN
               coalesce(current_setting('iom.medewerker', true) IN (consulent::text, inkomensconsulent::text), false)
           ELSE false END
$$;
"""


# A scalar subquery: it is a look-up per row, where EXISTS may be planned as a hash of all klanten, and a function costs
# three times as much. The policy of klant itself decides what it finds.
_KLANT_LEESBAAR = "coalesce((SELECT true FROM klant WHERE klant.id = klant_id), false)"


def maak_functies() -> None:
    """Make the application's role and the functions that the policies use."""
    op.execute(_FUNCTIES)


def maak_klantregel() -> None:
    """Guard the table klant, by which every table of the dossier is guarded as well."""
    op.execute("ALTER TABLE klant ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY leesbereik ON klant USING (iom_eigen_organisatie(organisatie) "
        "AND iom_mag_klant(gemeente, team, consulent_id, inkomensconsulent_id)) "
        "WITH CHECK (iom_eigen_organisatie(organisatie) "
        "AND gemeente = ANY (string_to_array(current_setting('iom.gemeenten', true), ',')))"
    )


def beveilig(tabel: str, *, met_klant: bool) -> None:
    """Let a table be seen only within the organisation and, for a dossier, only with its klant."""
    klant = f" AND (klant_id IS NULL OR {_KLANT_LEESBAAR})" if met_klant else ""
    op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY leesbereik ON {tabel} USING (iom_eigen_organisatie(organisatie){klant}) "
        "WITH CHECK (iom_eigen_organisatie(organisatie))"
    )


def geef_rechten(tabel: str, rechten: str = "SELECT, INSERT, UPDATE") -> None:
    """Give the application's role these rights; deleting is never among them by default."""
    op.execute(f"GRANT {rechten} ON {tabel} TO {ROL}")


def alleen_toevoegen(tabel: str) -> None:
    """Refuse every change and removal, for the owner too, and give the application only reading and adding."""
    geef_rechten(tabel, "SELECT, INSERT")
    op.execute(
        f"CREATE TRIGGER {tabel}_alleen_toevoegen BEFORE UPDATE OR DELETE ON {tabel} "
        "FOR EACH ROW EXECUTE FUNCTION iom_weiger_wijziging()"
    )
    op.execute(f"CREATE TRIGGER {tabel}_niet_legen BEFORE TRUNCATE ON {tabel} EXECUTE FUNCTION iom_weiger_wijziging()")
