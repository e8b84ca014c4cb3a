"""The problems people report on the desk."""

from . import access, business, hardware, mail, network, software
from .problem import Case, Problem

PROBLEMS: tuple[Problem, ...] = (
    network.PROBLEMS + access.PROBLEMS + hardware.PROBLEMS + software.PROBLEMS + business.PROBLEMS + mail.PROBLEMS
)

__all__ = ["PROBLEMS", "Case", "Problem"]
