-- Surveys are listed by state, by score (of the same score the newest first) and by when they were settled.
ALTER TABLE survey
  ADD KEY survey_state (state, id),
  ADD KEY survey_score (satisfaction, id DESC),
  ADD KEY survey_settled (settled_at);
