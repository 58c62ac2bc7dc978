-- The campaign phones for polls, too: with them lines and numbers are taken by kind and id.
ALTER TABLE trunk_use
  ADD COLUMN kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'survey' COMMENT 'survey, poll: whose id survey_id is',
  DROP KEY trunk_use_survey,
  ADD UNIQUE KEY trunk_use_call (kind, survey_id);

ALTER TABLE phone_in_use
  ADD COLUMN poll_id BIGINT NOT NULL DEFAULT 0 COMMENT 'with the others 0: which resident of a poll is asked; claim is the attempt';
