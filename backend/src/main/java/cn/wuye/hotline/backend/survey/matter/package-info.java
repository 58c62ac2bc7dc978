/**
 * Opens the tickets of what residents write besides an answer, and notes at tickets what comes too
 * late.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.matter;

import org.jspecify.annotations.NullMarked;
