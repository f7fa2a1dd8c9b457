"""What is made of a whole corpus: read, extracted, dated and compared; again from a saved file; and drafts held against it."""
