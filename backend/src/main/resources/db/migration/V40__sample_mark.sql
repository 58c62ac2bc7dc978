-- One row once sample data has been loaded: tells it from a company's own data.
CREATE TABLE sample_mark (
  id        TINYINT     NOT NULL PRIMARY KEY,
  loaded_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
