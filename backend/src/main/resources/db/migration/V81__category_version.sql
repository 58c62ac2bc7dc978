-- Of two who rename a category or its sub-categories at once, one is told.
ALTER TABLE category ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
