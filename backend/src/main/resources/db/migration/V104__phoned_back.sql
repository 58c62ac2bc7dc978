-- Who was phoned in vain for a survey may answer it when she phones back: while she is on the line nobody phones her for it.
ALTER TABLE survey
  ADD COLUMN back_call  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the call in which she may answer, having phoned back',
  ADD COLUMN back_until DATETIME(3) NULL COMMENT 'the lease of that call: who died with it keeps the survey no longer',
  ADD KEY survey_back (back_until);
