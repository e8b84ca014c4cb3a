"""The problems people report on the desk."""

from . import accounts, business, devices, freight, lines, mail, network, office, programs, rooms, staffing
from .problem import Case, Problem

PROBLEMS: tuple[Problem, ...] = sum((topic.PROBLEMS for topic in (network, lines, accounts, staffing, devices, rooms, office, programs, business, freight, mail)), ())

__all__ = ["PROBLEMS", "Case", "Problem"]
