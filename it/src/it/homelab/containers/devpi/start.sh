#!/bin/sh
# Creates the index on the first start, then serves it.
set -eu

data=/var/lib/devpi
if [ ! -e "$data/.serverversion" ]; then
  devpi-init --serverdir "$data" --root-passwd "$(cat /run/secrets/devpi-root)"
fi
exec devpi-server --serverdir "$data" --host 0.0.0.0 --port 3141 \
  --outside-url "${DEVPI_OUTSIDE_URL:-https://pypi.home.arpa}"
