#!/bin/sh
# The report of a Spark job equals that of `readback analyze`, byte for byte: undisturbed, with a partition that
# fails once, and with an executor that is killed.
#
#     spark_test.sh READBACK PYTHON EXPORT
#
# READBACK: the built command; PYTHON: a Python with pyspark; EXPORT: any export.
set -eu
readback=$1 python=$2 export=$3
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$readback" analyze --quiet --no-progress --json "$folder/expected.json" "$export"
"$readback" convert --output "$folder/tickets.ndjson" "$export"
status=0

# job NAME MASTER [FAIL]
job() {
  name=$1 master=$2 fail=${3:-}
  score=
  if [ -n "$fail" ]; then
    score="env FAIL=$fail MARKER=$folder/$name.marker READBACK=$readback sh $here/failing_score.sh"
  fi
  if "$python" "$here/readback_spark.py" --master "$master" --partitions 6 --readback "$readback" \
    --input "file://$folder/tickets.ndjson" --observations "$folder/$name" --json "$folder/$name.json" \
    ${score:+--score "$score"} >"$folder/$name.log" 2>&1 &&
    cmp "$folder/expected.json" "$folder/$name.json" &&
    { [ -z "$fail" ] || [ -d "$folder/$name.marker" ]; }; then
    echo "$name: same report"
    grep -h -m 2 -E "killing executor|Lost executor|Lost task" "$folder/$name.log" | cut -c 1-120 || true
  else
    echo "$name: FAILED"
    tail -n 30 "$folder/$name.log"
    status=1
  fi
}

job undisturbed "local[2,4]"
job retried "local[2,4]" exit
job killed "local-cluster[2,1,1024]" executor
exit $status
