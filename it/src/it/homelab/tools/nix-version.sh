#!/bin/sh
# Prints the version of a package in the nixpkgs revision that our Nix images are built from.
#
#   tools/nix-version.sh vaultwarden
#
# The answers are kept in nix-versions.txt, because evaluating nixpkgs takes Nix and a minute.
# The job that moves the revision writes the list anew.
set -eu

if [ $# -ne 1 ]; then
  echo "usage: $0 <package>" >&2
  exit 64
fi

list=$(dirname "$0")/nix-versions.txt
while read -r package version; do
  if [ "$package" = "$1" ]; then
    printf '%s\n' "$version"
    exit 0
  fi
done < "$list"

echo "$1 is not in $list" >&2
exit 1
