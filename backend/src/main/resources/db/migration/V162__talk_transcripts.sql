-- A talk with agents as text, both sides apart (package recording). In the row of its transcript, so that it goes with the recording.
ALTER TABLE transcript
  ADD COLUMN utterances MEDIUMTEXT NULL COMMENT 'JSON: side, fromMs, toMs, text, confidence of each; null: one voice alone';
