#!/bin/sh
# Stands in for the command on one machine of a cluster, and fails the first time it is called.
#
#     FAIL=exit|executor MARKER=FOLDER READBACK=COMMAND failing_score.sh score --observations
#
# exit: stops halfway, with an error; executor: kills the Spark executor that it works for. MARKER is a folder that
# does not exist yet; making it is how one call of all becomes the first.
set -eu
if mkdir "$MARKER" 2>/dev/null; then
  case $FAIL in
  exit)
    "$READBACK" "$@" | head -n 20
    exit 1
    ;;
  executor)
    # The ancestor that is the executor's virtual machine.
    process=$$
    while [ "$process" -gt 1 ]; do
      process=$(sed 's/.*) . \([0-9]*\) .*/\1/' "/proc/$process/stat")
      if tr '\0' ' ' <"/proc/$process/cmdline" | grep -q CoarseGrainedExecutorBackend; then
        echo "killing executor $process" >&2
        kill -9 "$process"
        exit 1
      fi
    done
    echo "no executor above this process" >&2
    exit 1
    ;;
  esac
fi
exec "$READBACK" "$@"
