"""The command line: python -m handling read|import|remove|build|export|explain|audit|template. See docs/command-line.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from handling.commands import audit, explain, export, imports, read, template
from handling.reasons import why

COMMANDS = (read, imports, export, explain, audit, template)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Whatever goes wrong is one line on stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Chinese Windows console is GBK, and not every report's name is in it
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(prog="python -m handling", description="读取、入库、导出提案建议办理数字")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for command in COMMANDS:
        command.add_to(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return complain("已中断，原有的数据仓库没有改动。", code=130)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0
    except (ValueError, RuntimeError, LookupError) as problem:
        return complain(str(problem))
    except OSError as problem:
        return complain(f"{problem.filename or '读写'}：{why(problem)}。请检查路径和权限。")


def complain(line: str, code: int = 1) -> int:
    """Say one line on stderr; the exit code."""
    print(line.replace("\n", " "), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
