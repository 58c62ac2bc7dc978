-- What agents did, by quarter of an hour, of the days that are kept (V126).
CREATE TABLE agent_quarter (
  start_at    DATETIME(3) NOT NULL,
  agent       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'extension',
  day         DATE        NOT NULL,
  handled     BIGINT      NOT NULL COMMENT 'talks that were answered in it',
  missed      BIGINT      NOT NULL COMMENT 'rings in vain',
  handling    BIGINT      NOT NULL COMMENT 'of these talks; this and the following: ms',
  ready       BIGINT      NOT NULL,
  ringing     BIGINT      NOT NULL,
  talking     BIGINT      NOT NULL,
  wrap_up     BIGINT      NOT NULL,
  paused      BIGINT      NOT NULL,
  unreachable BIGINT      NOT NULL,
  PRIMARY KEY (start_at, agent),
  KEY agent_quarter_day (day),
  CONSTRAINT agent_quarter_day_fk FOREIGN KEY (day) REFERENCES traffic_day (day) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE agent_quarter_pause (
  start_at DATETIME(3) NOT NULL,
  agent    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason   VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'empty: none was given',
  day      DATE        NOT NULL,
  paused   BIGINT      NOT NULL COMMENT 'ms',
  PRIMARY KEY (start_at, agent, reason),
  KEY agent_quarter_pause_day (day),
  CONSTRAINT agent_quarter_pause_day_fk FOREIGN KEY (day) REFERENCES traffic_day (day) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
