package cn.wuye.hotline.backend.survey;

import java.time.Instant;

/**
 * A call that was made for a survey.
 *
 * @param at when it was placed
 */
public record CallAttempt(Instant at, CallOutcome outcome) {}
