-- The list offers a filter for calls that were not said to their end.
CREATE INDEX ticket_unfinished ON ticket (unfinished, opened_at);
