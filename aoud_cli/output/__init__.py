"""What was found, as JSON, as tables, as text and as a page. Whatever strangers wrote is made harmless on its way out."""
