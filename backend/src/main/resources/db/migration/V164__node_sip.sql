-- Where the other nodes send callers whose agents are at a node (package floor.node; docs/queues.md).
ALTER TABLE node_address ADD COLUMN sip VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'HOST:PORT; empty: not told';
