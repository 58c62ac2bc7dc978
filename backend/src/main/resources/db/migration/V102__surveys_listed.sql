-- Surveys are listed by state, by score and by when they were settled.
ALTER TABLE survey
  ADD KEY survey_state (state, id),
  ADD KEY survey_score (satisfaction, id),
  ADD KEY survey_settled (settled_at);
