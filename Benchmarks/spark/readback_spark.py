#!/usr/bin/env python3
"""Readback on Apache Spark: converted tickets in, the report of `readback analyze` out.

    readback convert incidents.csv > incidents.ndjson
    spark-submit readback_spark.py --input incidents.ndjson --observations out/ --json report.json

Every partition goes through `readback score --observations` (RDD.pipe); a partition that fails is done again by Spark.
What comes back is some hundred bytes a ticket and needs no shuffle: `readback merge` puts lines in order by
their numbers, and counts a line once however often it was made.
"""

import argparse
import glob
import shlex
import subprocess
import sys

from pyspark import SparkConf, SparkContext


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", required=True, help="lines of readback convert: a file, a folder or a pattern")
    parser.add_argument("--observations", required=True, help="a new folder for the lines that are merged")
    parser.add_argument("--json", required=True, help="the report")
    parser.add_argument("--readback", default="readback", help="the command, on every worker")
    parser.add_argument("--score", help="what to pipe lines through, if not the command itself")
    parser.add_argument("--partitions", type=int, default=None, help="at least so many parts")
    parser.add_argument("--master", help="such as local[4,8] for four threads and eight attempts")
    parser.add_argument("--option", action="append", default=[], help="passed to score and merge, such as --option=--window=30")
    arguments = parser.parse_args()

    conf = SparkConf().setAppName("readback")
    if arguments.master:
        conf = conf.setMaster(arguments.master)
    context = SparkContext(conf=conf)
    try:
        score = shlex.split(arguments.score or arguments.readback) + ["score", "--observations"] + arguments.option
        lines = context.textFile(arguments.input, arguments.partitions)
        # Without checkCode a filter that dies would look like one that had nothing more to say.
        lines.pipe(shlex.join(score), checkCode=True).saveAsTextFile(arguments.observations)
    finally:
        context.stop()

    parts = sorted(glob.glob(arguments.observations + "/part-*"))
    merge = shlex.split(arguments.readback) + ["merge", "--quiet", "--json", arguments.json]
    sys.exit(subprocess.run(merge + arguments.option + parts).returncode)


if __name__ == "__main__":
    main()
