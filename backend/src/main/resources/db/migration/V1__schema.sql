-- Runs unchanged on MariaDB 11.4 and MySQL 9.7. Every table names its character set and collation, because the two servers'
-- defaults differ. All DATETIME values are UTC (see application.yml). Codes are ascii_bin: compared byte by byte.
-- Numbers of later migrations: features of intake V20–V39, of users and console V40–V59.

-- ---------------------------------------------------------------------------------------------------------------- estates
CREATE TABLE estate (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version    BIGINT       NOT NULL DEFAULT 0,
  name       VARCHAR(60)  NOT NULL,
  aliases    VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'other names people use, separated by |',
  position   INT          NOT NULL DEFAULT 0 COMMENT 'order in which the keys are read out',
  UNIQUE KEY estate_name (name),
  KEY estate_position (position, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE building (
  estate_id  BIGINT       NOT NULL,
  name       VARCHAR(60)  NOT NULL COMMENT 'as spoken: 3号楼',
  position   INT          NOT NULL,
  PRIMARY KEY (estate_id, position),
  UNIQUE KEY building_name (estate_id, name),
  CONSTRAINT building_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE duty_entry (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  estate_id  BIGINT       NULL COMMENT 'null: the company-wide list',
  role       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'service-desk, on-duty',
  position   INT          NOT NULL COMMENT 'order of ringing',
  name       VARCHAR(60)  NOT NULL COMMENT 'as said and shown: 值班工程师 王师傅',
  number     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY duty_entry_order (estate_id, role, position),
  CONSTRAINT duty_entry_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- -------------------------------------------------------------------------------------------------------------- residents
CREATE TABLE resident (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version    BIGINT       NOT NULL DEFAULT 0,
  name       VARCHAR(60)  NOT NULL,
  dialect    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'cmn' COMMENT 'preferred, BCP 47-like'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE resident_phone (
  resident_id BIGINT      NOT NULL,
  position    INT         NOT NULL,
  number      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (resident_id, position),
  UNIQUE KEY resident_phone_once (resident_id, number),
  KEY resident_phone_number (number) COMMENT 'a family may share one',
  CONSTRAINT resident_phone_resident FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE resident_dwelling (
  resident_id BIGINT      NOT NULL,
  position    INT         NOT NULL COMMENT '0: where she lives now',
  estate_id   BIGINT      NOT NULL,
  building    VARCHAR(60) NOT NULL DEFAULT '',
  unit        VARCHAR(30) NOT NULL DEFAULT '',
  room        VARCHAR(30) NOT NULL DEFAULT '',
  PRIMARY KEY (resident_id, position),
  KEY resident_dwelling_place (estate_id, building, unit, room),
  CONSTRAINT resident_dwelling_resident FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE CASCADE,
  CONSTRAINT resident_dwelling_estate FOREIGN KEY (estate_id) REFERENCES estate (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- ------------------------------------------------------------------------------------------------------------------ users
CREATE TABLE app_user (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version       BIGINT       NOT NULL DEFAULT 0,
  username      VARCHAR(60)  NOT NULL,
  display_name  VARCHAR(60)  NOT NULL,
  password_hash VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'bcrypt, with {bcrypt} in front',
  enabled       BOOLEAN      NOT NULL DEFAULT TRUE,
  all_estates   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'sees every estate, and tickets whose place is unknown',
  created_at    DATETIME(3)  NOT NULL,
  UNIQUE KEY app_user_username (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE app_user_role (
  user_id BIGINT      NOT NULL,
  role    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'admin, manager, supervisor, dispatcher, agent, quality, crew',
  PRIMARY KEY (user_id, role),
  CONSTRAINT app_user_role_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE app_user_estate (
  user_id   BIGINT NOT NULL,
  estate_id BIGINT NOT NULL,
  PRIMARY KEY (user_id, estate_id),
  CONSTRAINT app_user_estate_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT app_user_estate_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Spring Session's own schema (schema-mysql.sql of spring-session-jdbc 4.1), its names in capitals as it uses them.
CREATE TABLE SPRING_SESSION (
  PRIMARY_ID            CHAR(36)     NOT NULL,
  SESSION_ID            CHAR(36)     NOT NULL,
  CREATION_TIME         BIGINT       NOT NULL,
  LAST_ACCESS_TIME      BIGINT       NOT NULL,
  MAX_INACTIVE_INTERVAL INT          NOT NULL,
  EXPIRY_TIME           BIGINT       NOT NULL,
  PRINCIPAL_NAME        VARCHAR(100),
  CONSTRAINT SPRING_SESSION_PK PRIMARY KEY (PRIMARY_ID),
  UNIQUE KEY SPRING_SESSION_IX1 (SESSION_ID),
  KEY SPRING_SESSION_IX2 (EXPIRY_TIME),
  KEY SPRING_SESSION_IX3 (PRINCIPAL_NAME)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID CHAR(36)     NOT NULL,
  ATTRIBUTE_NAME     VARCHAR(200) NOT NULL,
  ATTRIBUTE_BYTES    MEDIUMBLOB   NOT NULL,
  CONSTRAINT SPRING_SESSION_ATTRIBUTES_PK PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  CONSTRAINT SPRING_SESSION_ATTRIBUTES_FK FOREIGN KEY (SESSION_PRIMARY_ID) REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- ---------------------------------------------------------------------------------------------------------------- tickets
CREATE TABLE category (
  code     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  zh       VARCHAR(60) NOT NULL,
  en       VARCHAR(60) NOT NULL,
  position INT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE subcategory (
  category VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  zh       VARCHAR(60) NOT NULL,
  en       VARCHAR(60) NOT NULL,
  position INT         NOT NULL,
  PRIMARY KEY (category, code),
  CONSTRAINT subcategory_category FOREIGN KEY (category) REFERENCES category (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One index per offered filter, each ending in opened_at (and, as everywhere in InnoDB, the primary key), so that every
-- filtered list is read in its own order from any page on.
CREATE TABLE ticket (
  number           BIGINT        NOT NULL PRIMARY KEY COMMENT 'with its check digit; from a reserved range',
  version          BIGINT        NOT NULL,
  origin_key       VARCHAR(190)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'call:<call id>, api:… : a repeat finds the first',
  channel          VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind             VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category         VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subcategory      VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'empty: only the category is known',
  urgency          VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state            VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state_since      DATETIME(3)   NOT NULL,
  duplicate_of     BIGINT        NULL,
  estate_id        BIGINT        NULL,
  building         VARCHAR(60)   NOT NULL DEFAULT '',
  unit             VARCHAR(30)   NOT NULL DEFAULT '',
  room             VARCHAR(30)   NOT NULL DEFAULT '',
  place_words      VARCHAR(200)  NOT NULL DEFAULT '' COMMENT 'the place in the reporter''s own words',
  resident_id      BIGINT        NULL,
  reporter_name    VARCHAR(60)   NOT NULL DEFAULT '',
  reporter_phone   VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  text             VARCHAR(4000) NOT NULL,
  unfinished       BOOLEAN       NOT NULL DEFAULT FALSE COMMENT '未说完',
  needs_transcript BOOLEAN       NOT NULL DEFAULT FALSE,
  call_id          VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  opened_at        DATETIME(3)   NOT NULL COMMENT 'when the complaint was made; entered_at may be later',
  entered_at       DATETIME(3)   NOT NULL,
  updated_at       DATETIME(3)   NOT NULL,
  UNIQUE KEY ticket_origin (origin_key),
  KEY ticket_opened (opened_at),
  KEY ticket_state (state, opened_at),
  KEY ticket_category (category, opened_at),
  KEY ticket_subcategory (subcategory, opened_at),
  KEY ticket_urgency (urgency, opened_at),
  KEY ticket_estate (estate_id, opened_at),
  KEY ticket_estate_state (estate_id, state, opened_at),
  KEY ticket_channel (channel, opened_at),
  KEY ticket_resident (resident_id, opened_at),
  KEY ticket_phone (reporter_phone, opened_at),
  KEY ticket_call (call_id),
  KEY ticket_duplicate (duplicate_of),
  CONSTRAINT ticket_estate_fk FOREIGN KEY (estate_id) REFERENCES estate (id),
  CONSTRAINT ticket_resident_fk FOREIGN KEY (resident_id) REFERENCES resident (id),
  CONSTRAINT ticket_duplicate_fk FOREIGN KEY (duplicate_of) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- MariaDB has no n-gram parser: the pairs of neighbouring characters stand here as words of their own, found by the plain one.
CREATE TABLE ticket_search (
  ticket BIGINT     NOT NULL PRIMARY KEY,
  terms  MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  FULLTEXT KEY ticket_search_terms (terms),
  CONSTRAINT ticket_search_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Append-only. The id rises, but rows become visible in the order of their commits, and a rolled-back transaction leaves a
-- gap: whoever follows the table live waits a while for missing ids (class TimelineFeed).
CREATE TABLE ticket_event (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket         BIGINT      NOT NULL,
  ticket_version BIGINT      NOT NULL COMMENT 'version of the ticket after this event',
  happened_at    DATETIME(3) NOT NULL,
  kind           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor          VARCHAR(80) NOT NULL COMMENT 'user:<name>, call:<call id>, system:<part>',
  details        MEDIUMTEXT  NOT NULL COMMENT 'a JSON object',
  KEY ticket_event_ticket (ticket, id),
  CONSTRAINT ticket_event_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The next sequence (number without its check digit) that nobody has reserved.
CREATE TABLE ticket_sequence (
  name VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  next BIGINT      NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE number_range (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  node           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_sequence BIGINT      NOT NULL,
  last_sequence  BIGINT      NOT NULL,
  reserved_at    DATETIME(3) NOT NULL,
  UNIQUE KEY number_range_first (first_sequence),
  KEY number_range_node (node, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE idempotency_key (
  client       VARCHAR(60)  NOT NULL COMMENT 'who sent it: two clients may choose the same key',
  id_key       VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status       INT          NOT NULL COMMENT 'the first answer: HTTP status, Location, body',
  location     VARCHAR(200) NOT NULL DEFAULT '',
  body         MEDIUMTEXT   NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (client, id_key),
  KEY idempotency_key_created (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- ------------------------------------------------------------------------------------------------------------------ calls
CREATE TABLE call_record (
  call_id     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  sip_call_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  caller      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: withheld',
  dialled     VARCHAR(40)  NOT NULL DEFAULT '',
  node        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  answered_at DATETIME(3)  NOT NULL,
  ended_at    DATETIME(3)  NULL,
  KEY call_record_sip (sip_call_id),
  KEY call_record_caller (caller, answered_at),
  KEY call_record_answered (answered_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE call_turn (
  call_id    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position   INT           NOT NULL,
  who        VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text       TEXT          NOT NULL,
  prompt_key VARCHAR(60)   NOT NULL DEFAULT '',
  from_ms    BIGINT        NOT NULL COMMENT 'since the call was answered',
  to_ms      BIGINT        NOT NULL,
  PRIMARY KEY (call_id, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE recording (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'mixed, caller, message',
  storage_key  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content_type VARCHAR(60)  NOT NULL,
  bytes        BIGINT       NOT NULL,
  duration_ms  BIGINT       NOT NULL,
  sha256       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at  DATETIME(3)  NOT NULL COMMENT 'when the recording begins',
  stored_at    DATETIME(3)  NOT NULL,
  UNIQUE KEY recording_once (call_id, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE transcript (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recording_id BIGINT      NOT NULL,
  engine       VARCHAR(60) NOT NULL COMMENT 'what decoded it, with its model',
  language     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text         MEDIUMTEXT  NOT NULL,
  created_at   DATETIME(3) NOT NULL,
  UNIQUE KEY transcript_once (recording_id, engine),
  CONSTRAINT transcript_recording FOREIGN KEY (recording_id) REFERENCES recording (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
