#!/bin/sh
# What is found of planted effects over many seeds, a file of figures a desk.
#
#     planted.sh GENERATOR PLANTED FOLDER TICKETS FIRST LAST
#
# GENERATOR: a script that takes --tickets, --seed and --out and writes tickets.csv and labels.csv;
# PLANTED: the built benchmark (swift build -c release --product planted). FOLDER keeps the figures of seeds FIRST
# to LAST, so that a run that was stopped goes on where it was; `PLANTED table FOLDER/*.tsv` prints what there is
# so far. A desk itself is deleted when it has been read.
set -eu
generator=$1 planted=$2 folder=$3 tickets=$4 seed=$5 last=$6
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT
mkdir -p "$folder"
while [ "$seed" -le "$last" ]; do
  figures=$folder/$tickets-$seed
  if [ ! -e "$figures.tsv" ]; then
    python3 "$generator" --tickets "$tickets" --seed "$seed" --out "$desk" --no-xml >/dev/null
    "$planted" desk "$desk" >"$figures.part"
    mv "$figures.part" "$figures.tsv"
  fi
  seed=$((seed + 1))
done
