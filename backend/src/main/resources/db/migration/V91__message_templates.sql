-- Append-only: the highest version is used. Version 0 is what is shipped (messages/templates.yml) and does not stand here.
CREATE TABLE message_template (
  event      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  medium     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version    BIGINT       NOT NULL,
  subject    VARCHAR(120) NOT NULL DEFAULT '',
  body       TEXT         NOT NULL,
  written_by VARCHAR(60)  NOT NULL,
  written_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (event, medium, language, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
