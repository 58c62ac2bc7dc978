-- Who was asked by SMS, and what people send by SMS: kept before anything is made of it.
CREATE TABLE survey_asked (
  survey_id BIGINT      NOT NULL PRIMARY KEY,
  asked_at  DATETIME(3) NOT NULL COMMENT 'when the message was put into the outbox',
  CONSTRAINT survey_asked_survey FOREIGN KEY (survey_id) REFERENCES survey (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE incoming_text (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  provider    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider_id VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what the provider knows it by, or its hash',
  sender      VARCHAR(40)  NOT NULL COMMENT 'as the provider names it',
  number      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one spelling for each mobile; empty: none',
  words       TEXT         NOT NULL,
  received_at DATETIME(3)  NOT NULL,
  state       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waiting, answer, note, ticket, kept',
  ticket      BIGINT       NULL COMMENT 'that was answered, noted at, or opened',
  settled_at  DATETIME(3)  NULL,
  UNIQUE KEY incoming_text_once (provider, provider_id),
  KEY incoming_text_waiting (state, received_at),
  KEY incoming_text_old (received_at),
  KEY incoming_text_number (number, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
