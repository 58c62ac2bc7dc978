-- The agent's desk (package desk; docs/desk.md).
ALTER TABLE agent_phone ADD COLUMN kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'desk' COMMENT 'desk: a telephone; browser: the page itself';

-- As many on every node (scripts/lib/secrets.sh).
INSERT INTO agent_phone (extension, kind) VALUES ('1011', 'browser'), ('1012', 'browser'), ('1013', 'browser'), ('1014', 'browser'), ('1015', 'browser');

-- Who sits at which phone: each agent at one, at each phone one. Whether she takes calls is Asterisk's to say.
CREATE TABLE desk_seat (
  user_id   BIGINT      NOT NULL PRIMARY KEY,
  extension VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where she sat down',
  since     DATETIME(3) NOT NULL,
  UNIQUE KEY desk_seat_phone (extension),
  CONSTRAINT desk_seat_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT desk_seat_extension FOREIGN KEY (extension) REFERENCES agent_phone (extension) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The calls that an agent's phone rang for. It gives her the right to see what the call tells, whatever its estate.
CREATE TABLE desk_call (
  call_id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id          BIGINT      NOT NULL,
  extension        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node             VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rung_at          DATETIME(3) NOT NULL,
  answered_at      DATETIME(3) NULL,
  ended_at         DATETIME(3) NULL COMMENT 'of her part in it',
  stage            VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ringing, missed, talking, held, consulting, conference, handed-on, over',
  other            VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'whom she asked to join, as shown: no number in full',
  other_channel    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  muted            BOOLEAN     NOT NULL DEFAULT FALSE,
  recording_paused BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (call_id, user_id),
  KEY desk_call_user (user_id, rung_at),
  KEY desk_call_open (node, ended_at),
  KEY desk_call_rung (rung_at),
  CONSTRAINT desk_call_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What an agent has typed for a call and not handed in yet.
CREATE TABLE desk_draft (
  call_id  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id  BIGINT       NOT NULL,
  version  BIGINT       NOT NULL COMMENT 'counts the savings: of two windows the second is told',
  text     TEXT         NOT NULL,
  kind     VARCHAR(24)  NOT NULL DEFAULT '',
  category VARCHAR(60)  NOT NULL DEFAULT '',
  urgency  VARCHAR(24)  NOT NULL DEFAULT '',
  estate   VARCHAR(24)  NOT NULL DEFAULT '',
  building VARCHAR(200) NOT NULL DEFAULT '',
  unit     VARCHAR(200) NOT NULL DEFAULT '',
  room     VARCHAR(200) NOT NULL DEFAULT '',
  reporter VARCHAR(200) NOT NULL DEFAULT '',
  saved_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (call_id, user_id),
  KEY desk_draft_user (user_id, saved_at),
  KEY desk_draft_saved (saved_at),
  CONSTRAINT desk_draft_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
