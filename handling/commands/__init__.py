"""The commands of `python -m handling`, one file each: `add_to` declares its arguments, `run` does it and returns the exit code.

Libraries that only one command needs are imported inside it, so that every command starts quickly.
"""
