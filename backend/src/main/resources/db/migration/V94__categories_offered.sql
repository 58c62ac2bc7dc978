-- A category or sub-category that is no longer offered: tickets keep and show it, new ones do not get it.
ALTER TABLE category ADD COLUMN offered BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE subcategory ADD COLUMN offered BOOLEAN NOT NULL DEFAULT TRUE;

-- Rises with every change of categories. Who changes them locks it: codes and names are unique among all of them, and of two who
-- order them at once one is told.
CREATE TABLE category_revision (
  id       TINYINT NOT NULL PRIMARY KEY,
  revision BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO category_revision (id, revision) VALUES (1, 0);
