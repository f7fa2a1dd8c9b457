"""What each command shows, a file a command: its records, its rows and its words. `view` turns any of them into any format."""
