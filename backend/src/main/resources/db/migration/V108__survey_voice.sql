-- Whether a resident who is phoned back is played what she said when she reported her ticket (package survey.voice). What an
-- estate has no row for is as shipped: off.
CREATE TABLE survey_voice (
  estate_id BIGINT  NOT NULL PRIMARY KEY,
  plays     BOOLEAN NOT NULL,
  CONSTRAINT survey_voice_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
