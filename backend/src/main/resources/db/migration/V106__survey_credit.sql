-- Whose work a survey asks about, as it was when the work ended: who gets the ticket later does not get its figures.
CREATE TABLE survey_credit (
  survey_id   BIGINT      NOT NULL PRIMARY KEY,
  owner       VARCHAR(60) NULL COMMENT 'login',
  department  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'that led',
  third_party VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'that had a task and did not refuse it; of several the last',
  CONSTRAINT survey_credit_survey FOREIGN KEY (survey_id) REFERENCES survey (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

