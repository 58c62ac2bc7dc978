-- What people have recorded for the hotline's prompts; every node keeps a copy on its disk and notices a change by the ids:
-- a recording that is replaced gets a new one (REPLACE INTO).
CREATE TABLE prompt_recording (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  voice_set   VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'cmn, yue, estate-3',
  prompt_key  VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the piece: greeting, confirm-1',
  words       VARCHAR(1000) NOT NULL COMMENT 'the words it was recorded for',
  millis      INT          NOT NULL COMMENT 'its length',
  faults      VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'what it was kept in spite of, by commas',
  source      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'recorded, or the name of the voice that made it',
  sha256      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sound       MEDIUMBLOB   NOT NULL COMMENT 'WAV, 8 kHz, 16 bit, mono; 60 s at most',
  recorded_at DATETIME(3)  NOT NULL,
  recorded_by VARCHAR(60)  NOT NULL,
  UNIQUE KEY prompt_recording_key (voice_set, prompt_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
