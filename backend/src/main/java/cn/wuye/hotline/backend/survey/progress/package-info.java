/**
 * How the surveys go: the day as it stands now, results of a period, what the dissatisfied say, who
 * is phoned again and why, and all of it as a table. Only reads.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.progress;

import org.jspecify.annotations.NullMarked;
