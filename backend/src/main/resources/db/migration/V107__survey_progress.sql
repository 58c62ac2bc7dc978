-- What the survey screen asks again and again (package survey.progress): what is due next and was called before, what was called
-- today, and what the dissatisfied said. What was settled in a period has its key already.
ALTER TABLE survey
  ADD KEY survey_due (state, due_at, attempts),
  ADD KEY survey_dissatisfied (dissatisfied, settled_at);

ALTER TABLE survey_attempt
  ADD KEY survey_attempt_placed (placed_at);
