-- What phrases are compared with, folded to one form, and by which release it was made; a job makes older ones anew.
ALTER TABLE ticket_search
  ADD COLUMN body    MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'null: written by an older node',
  ADD COLUMN made_by INT NOT NULL DEFAULT 0,
  ADD KEY ticket_search_made_by (made_by, ticket);
