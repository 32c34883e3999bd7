"""How much a reader takes on: a file beyond these is refused in one sentence, before it fills memory or time."""

from __future__ import annotations

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 20 * MEGABYTE
MAX_UNPACKED_BYTES = 200 * MEGABYTE
# Office XML packs 5 to 60 times; deflate cannot pass 1,032. What lies near that is padding made to burst a reader.
MAX_PACKING_RATIO = 300
# Small parts may pack well without any harm: the ratio is only asked about parts that are larger than this.
RATIO_FREE_BYTES = 4 * MEGABYTE
# What is read as a tree and not as a stream takes ten times its size.
MAX_XML_BYTES = 50 * MEGABYTE
MAX_ZIP_ENTRIES = 10_000
MAX_TEXT_CHARACTERS = 2_000_000
MAX_PDF_PAGES = 400
PDF_SECONDS = 60.0
MAX_SHEETS = 100
MAX_SHEET_CELLS = 200_000
CONVERT_SECONDS = 60.0
