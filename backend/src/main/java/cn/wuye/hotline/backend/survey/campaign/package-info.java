/**
 * Phones residents back: places the calls of due surveys within the limits of the lines, on any
 * number of nodes, and tells the plan how they ended.
 */
@NullMarked
package cn.wuye.hotline.backend.survey.campaign;

import org.jspecify.annotations.NullMarked;
