package cn.wuye.hotline.ivr.port;

import java.time.Instant;

/**
 * A survey that a caller was phoned for in vain. Nobody phones her for it until {@link
 * SurveyCall#ended()}, which has to come whether she answered it or not.
 *
 * @param calledAt when she was phoned last
 */
public record MissedSurvey(SurveyCall survey, Instant calledAt) {}
