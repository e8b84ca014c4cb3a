#!/bin/sh
# What is found of planted effects over many seeds, one table on standard output.
#
#     planted.sh GENERATOR PLANTED SEEDS TICKETS
#
# GENERATOR: a script that takes --tickets, --seed and --out and writes tickets.csv and labels.csv;
# PLANTED: the built benchmark (swift build -c release --product planted). Desks go to a temporary folder.
set -eu
generator=$1 planted=$2 seeds=$3 tickets=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
seed=1
while [ "$seed" -le "$seeds" ]; do
  python3 "$generator" --tickets "$tickets" --seed "$seed" --out "$folder/$seed" --no-xml >/dev/null
  rm -f "$folder/$seed/tickets.xml"
  set -- "$@" "$folder/$seed"
  seed=$((seed + 1))
done
shift 4
"$planted" "$@"
