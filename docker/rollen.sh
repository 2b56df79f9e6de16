#!/bin/sh
# Runs once, when the database is made: the service logs in as a role that owns nothing and passes no row-level security.
# The migrations, as the owner, give iom_toepassing its rights.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set=wachtwoord="$IOM_DIENST_WACHTWOORD" <<'SQL'
CREATE ROLE iom_toepassing NOLOGIN;
CREATE ROLE iom_dienst LOGIN PASSWORD :'wachtwoord' IN ROLE iom_toepassing;
SQL
