-- Surveys are listed by state and by score.
ALTER TABLE survey
  ADD KEY survey_state (state, id),
  ADD KEY survey_score (satisfaction, id);
