"""Answers drawn: a DataFrame in, a figure in Plotly's schema out, as a plain dict. One family of charts a file."""
