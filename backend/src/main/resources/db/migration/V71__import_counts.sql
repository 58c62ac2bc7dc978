-- What an import did is kept when its staged rows, which hold residents' data, are removed.
ALTER TABLE import_run
  ADD COLUMN counts MEDIUMTEXT NULL COMMENT 'JSON: how many rows of which kind; null while the rows themselves are there';
