/**
 * The supervisor's figures: sums per quarter of an hour, which add up to those of any longer time,
 * and the formulas over them. docs/figures.md has them for people. Functions without Spring or
 * database.
 */
@NullMarked
package cn.wuye.hotline.backend.traffic.figures;

import org.jspecify.annotations.NullMarked;
