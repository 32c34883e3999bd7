"""The domain: read handling reports, turn figures into rows, store, ask, compare, export.

The stages are modules, in the order in which data passes through them:
model, vocabulary, read, extract, normalise, audit, reading, store, query, statistics, chart, export.
A module imports only from those before it. Nothing here imports streamlit.
"""
