-- The after-call transcription looks for these every few seconds.
CREATE INDEX ticket_needs_transcript ON ticket (needs_transcript, opened_at);
