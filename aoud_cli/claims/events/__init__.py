"""Dates attached to events: each date of a sentence goes to the event that it belongs to, the show's own or another one."""
