"""Derived figures in one place: computed from stated ones, marked 推算 with their formula, never overruling a stated one."""

from __future__ import annotations

from handling.derive.choice import Choice, choose
from handling.derive.counts import Derived, derived_figures
from handling.derive.kinds import Kind, base_name, definition, kind_name, reason_name
from handling.derive.placing import Placing, placed
from handling.derive.rates import Rate, rates

__all__ = [
    "Choice", "Derived", "Kind", "Placing", "Rate", "base_name", "choose", "definition", "derived_figures", "kind_name", "placed", "rates",
    "reason_name",
]  # fmt: skip
