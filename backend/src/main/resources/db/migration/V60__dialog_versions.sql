-- What a company says and understands differently from what is shipped: documents that never change once written.
CREATE TABLE dialog_version (
  number     BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  based_on   BIGINT        NOT NULL,
  state      VARCHAR(24)   NOT NULL,
  author     VARCHAR(60)   NOT NULL,
  created_at DATETIME(3)   NOT NULL,
  note       VARCHAR(200)  NOT NULL,
  changes    VARCHAR(2000) NOT NULL,
  content    MEDIUMTEXT    NOT NULL,
  KEY dialog_version_state (state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Its one row says which version is live; 0 is what is shipped. Whoever writes versions locks it first.
CREATE TABLE dialog_live (
  id      TINYINT NOT NULL PRIMARY KEY,
  version BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO dialog_live (id, version) VALUES (1, 0);

-- Every change of the live version, and every draft thrown away.
CREATE TABLE dialog_switch (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  switched_at DATETIME(3)  NOT NULL,
  actor       VARCHAR(60)  NOT NULL,
  action      VARCHAR(24)  NOT NULL,
  version     BIGINT       NOT NULL,
  previous    BIGINT       NOT NULL,
  KEY dialog_switch_version (version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
