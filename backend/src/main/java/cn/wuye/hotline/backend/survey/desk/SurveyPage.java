package cn.wuye.hotline.backend.survey.desk;

import java.util.List;
import java.util.Optional;

/**
 * A page of surveys.
 *
 * @param next where the next page begins; empty when this is the last
 */
public record SurveyPage(List<SurveyFacts> surveys, Optional<SurveyCursor> next) {}
