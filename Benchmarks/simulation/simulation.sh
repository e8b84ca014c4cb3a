#!/bin/sh
# The simulation bench in pieces that add up: truths, then desks of 5,000 and 20,000 tickets in chunks of seeds.
#
#     simulation.sh SIMULATION FOLDER FIRST LAST
#
# SIMULATION: the built benchmark (swift build -c release --product simulation). FOLDER keeps a file a piece, so
# that a run that was stopped goes on where it was; `SIMULATION table FOLDER/*.tsv` prints what there is so far.
# Chunks FIRST to LAST hold 25 desks of 5,000 tickets and 6 of 20,000 tickets of each kind.
set -eu
simulation=$1 folder=$2 first=$3 last=$4
mkdir -p "$folder"

# A piece appears under its name only when it is whole.
piece() {
  name=$1
  shift
  [ -e "$folder/$name.tsv" ] && return
  "$simulation" "$@" >"$folder/$name.part"
  mv "$folder/$name.part" "$folder/$name.tsv"
}

for rate in 1 3 8; do
  for thread in confounder mediator; do
    piece "truth-$thread-$rate" truth $thread $rate 10000000
  done
done
chunk=$first
while [ "$chunk" -le "$last" ]; do
  for rate in 1 3 8; do
    for thread in confounder mediator; do
      truth=$folder/truth-$thread-$rate.tsv
      piece "desks-$thread-$rate-5000-$chunk" \
        desks $thread $rate 5000 $((chunk * 25)) $((chunk * 25 + 25)) "$truth"
      piece "desks-$thread-$rate-20000-$chunk" \
        desks $thread $rate 20000 $((100000 + chunk * 6)) $((100000 + chunk * 6 + 6)) "$truth"
    done
  done
  chunk=$((chunk + 1))
done
