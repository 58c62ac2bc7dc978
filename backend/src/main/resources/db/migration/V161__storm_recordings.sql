-- Announcements of a storm that a supervisor has recorded on the spot (docs/queues.md). Append-only: the audit names what
-- callers heard by its id. No reference to the queue, so that a recording outlives it.
CREATE TABLE storm_recording (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  queue_code  VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words       VARCHAR(200) NOT NULL COMMENT 'what is said in it, in short',
  millis      INT          NOT NULL COMMENT 'its length',
  sha256      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sound       MEDIUMBLOB   NOT NULL COMMENT 'WAV, 8 kHz, 16 bit, mono; 60 s at most',
  recorded_at DATETIME(3)  NOT NULL,
  recorded_by VARCHAR(60)  NOT NULL COMMENT 'login',
  KEY storm_recording_old (recorded_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

ALTER TABLE call_queue
  ADD COLUMN storm_recording BIGINT NULL COMMENT 'played for the announcement; null: it is synthesised' AFTER announcement,
  ADD CONSTRAINT call_queue_storm_recording FOREIGN KEY (storm_recording) REFERENCES storm_recording (id);
