"""Document → mentions: what the text says in its own words, each with the characters that say it."""
