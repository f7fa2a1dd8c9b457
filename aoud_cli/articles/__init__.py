"""Reading: folders and files made articles, and the day on which each says that it was written."""
