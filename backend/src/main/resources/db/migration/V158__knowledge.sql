-- The knowledge base (package knowledge, docs/knowledge.md): what residents ask often, and the answer.
CREATE TABLE knowledge_article (
  id       BIGINT   NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version  BIGINT   NOT NULL DEFAULT 0 COMMENT 'the one of knowledge_version that holds',
  live_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of question and estates, each of which stands once; null while archived',
  UNIQUE KEY knowledge_article_live (live_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Append-only: what an article said, and when.
CREATE TABLE knowledge_version (
  article_id  BIGINT        NOT NULL,
  version     BIGINT        NOT NULL,
  title       VARCHAR(120)  NOT NULL COMMENT 'the question',
  answer      VARCHAR(2000) NOT NULL COMMENT 'plain text',
  words       VARCHAR(500)  NOT NULL DEFAULT '' COMMENT 'by which people ask for it besides, separated by blanks',
  category    VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'empty: none',
  subcategory VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'empty: none',
  estates     VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'ids, separated by blanks; empty: all',
  valid_from  DATE          NULL COMMENT 'null: always so far',
  valid_until DATE          NULL COMMENT 'the last day; null: from then on',
  archived    BOOLEAN       NOT NULL,
  changed_by  VARCHAR(60)   NOT NULL COMMENT 'login',
  changed_at  DATETIME(3)   NOT NULL,
  PRIMARY KEY (article_id, version),
  CONSTRAINT knowledge_version_article FOREIGN KEY (article_id) REFERENCES knowledge_article (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
