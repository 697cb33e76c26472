#!/usr/bin/env bash
# Checks name resolution and reachability of every host given, "name:port".
set -uo pipefail

failed=0
for target in "$@"; do
  host=${target%:*}
  port=${target##*:}
  if ! address=$(dig +short "$host" | tail -n 1) || [ -z "$address" ]; then
    echo "FAIL $target: no address"
    failed=1
  elif ! nc -z -w 3 "$host" "$port"; then
    echo "FAIL $target: $address does not answer"
    failed=1
  else
    echo "ok   $target: $address"
  fi
done
exit "$failed"
