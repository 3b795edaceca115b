"""Whatever writes entries: values become files, answers and spreadsheets become values."""
