#!/bin/sh
# Waits for the database, migrates it, and hands over.
set -eu

until nc -z "${DATABASE_HOST:-postgres}" "${DATABASE_PORT:-5432}"; do
  echo "waiting for the database"
  sleep 2
done
/opt/app/bin/teslamate eval "TeslaMate.Release.migrate"
exec "$@"
