/**
 * Quality checks: each week's sample and all low scores as a work list, score sheets, disputes,
 * results by agent.
 */
@NullMarked
package cn.wuye.hotline.backend.quality;

import org.jspecify.annotations.NullMarked;
