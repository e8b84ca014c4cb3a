"""What the oracle scripts of this folder share: writing their values with the versions that made them.

Run each script from anywhere, in an environment with the packages it imports; it rewrites the JSON file
beside it. The tests read those files, so they need no Python.
"""

import json
import math
import pathlib
import platform
from importlib import metadata


def write(script, packages, values, seed=None):
    """Writes `values` beside `script` as JSON, with versions and seed. Refuses what is not finite."""
    made_with = {"python": platform.python_version()}
    made_with |= {name: metadata.version(name) for name in packages}
    document = {"madeBy": pathlib.Path(script).name, "madeWith": made_with, "seed": seed, **values}
    text = json.dumps(document, indent=1, allow_nan=False, default=plain)
    # One innermost list or object a line reads better in a diff than one number a line.
    pathlib.Path(script).with_suffix(".json").write_text(compact(text) + "\n")


def plain(value):
    """NumPy scalars and arrays as plain Python ones."""
    return value.tolist()


def compact(text):
    """Joins lists and objects that hold no others into one line."""
    lines, out = text.split("\n"), []
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.rstrip().endswith(("{", "[")):
            j = i + 1
            while j < len(lines) and not lines[j].strip().startswith(("}", "]")) and not lines[j].rstrip().endswith(("{", "[")):
                j += 1
            if j < len(lines) and lines[j].strip().startswith(("}", "]")):
                inner = " ".join(part.strip() for part in lines[i + 1 : j])
                out.append(line + inner + lines[j].strip())
                i = j + 1
                continue
        out.append(line)
        i += 1
    return "\n".join(out)


def finite(value):
    """A float, or None where it is infinite or not a number."""
    value = float(value)
    return value if math.isfinite(value) else None
