"""What the words of the field mean: classes, measures, regions, units and topics, read once from data/vocabulary."""
