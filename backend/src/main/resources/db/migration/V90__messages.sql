-- What is to be told to whom, in the transaction of the change it is about (docs/decisions/). A row is never deleted while it waits.
CREATE TABLE outgoing_message (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  once            VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the same notice is not sent twice',
  event           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  addressee_kind  VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'staff, reporter, third-party',
  addressee       VARCHAR(80)  NOT NULL COMMENT 'login, ticket number, code',
  ticket          BIGINT       NULL,
  details         MEDIUMTEXT   NOT NULL COMMENT 'values of the template, a JSON object',
  emergency       BOOLEAN      NOT NULL,
  created_at      DATETIME(3)  NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason          VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'why it is in this state',
  next_attempt_at DATETIME(3)  NOT NULL COMMENT 'also the end of the lease of who sends it',
  claims          INT          NOT NULL DEFAULT 0 COMMENT 'rises with every lease: who comes late with an older one changes nothing',
  attempts        INT          NOT NULL DEFAULT 0 COMMENT 'how often a provider was asked',
  medium          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the last attempt',
  address         VARCHAR(190) NOT NULL DEFAULT '' COMMENT 'masked',
  subject         VARCHAR(400) NOT NULL DEFAULT '',
  body            TEXT         NULL COMMENT 'as sent',
  error           VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what the provider said, numbers masked',
  provider_id     VARCHAR(190) NOT NULL DEFAULT '',
  delivery        VARCHAR(40)  NOT NULL DEFAULT '' COMMENT 'the last that the provider told, in its words',
  changed_at      DATETIME(3)  NOT NULL,
  UNIQUE KEY outgoing_message_once (once),
  KEY outgoing_message_due (state, emergency, next_attempt_at, id),
  KEY outgoing_message_list (state, id),
  KEY outgoing_message_ticket (ticket, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- When a resident may get the next ordinary message. The row that it was given to stands beside it: an attempt that is
-- repeated does not wait for itself.
CREATE TABLE message_pace (
  recipient  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'keyed hash of the address',
  message_id BIGINT      NOT NULL,
  free_at    DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
