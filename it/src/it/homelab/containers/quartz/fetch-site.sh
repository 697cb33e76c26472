#!/bin/sh
# Unpacks the site that the newest release of the documentation carries.
set -eu

: "${SITE_URL:?the tarball to serve}"
root=/usr/share/nginx/html
rm -rf "${root:?}"/*
curl --fail --silent --show-error --location "$SITE_URL" | tar -xz -C "$root"
