/**
 * The survey screen: the day live, results, words of the dissatisfied, who is phoned again, export.
 */
@NullMarked
package cn.wuye.hotline.backend.console.survey.progress;

import org.jspecify.annotations.NullMarked;
