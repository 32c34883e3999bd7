"""What the pages share in Streamlit: the warehouse, the filters, the words, and the frame of a panel."""
