"""A process that reads one file after the other for its parent: a source comes in on stdin, what was read goes out, both pickled.

Its own program, not multiprocessing: that would run the parent's main script again, which under Streamlit is the whole app.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys

from handling.store.pool import Sent, Source, read_one

COLLECTIONS = (50_000, 20, 100)  # a document's many small objects die together: looking for garbage as often as usual costs a tenth of the time


def main() -> None:
    """Read until stdin ends."""
    gc.set_threshold(*COLLECTIONS)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not come between the answers
    while True:
        try:
            source: Source = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(packed(source), out)
        out.flush()


def packed(source: Source) -> Sent:
    """The outcome in a form that survives pickling, which an exception with several arguments does not."""
    outcome = read_one(source)
    return (outcome.name, outcome.reason, outcome.remedy, outcome.code) if isinstance(outcome, Exception) else outcome


if __name__ == "__main__":
    main()
