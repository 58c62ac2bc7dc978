/**
 * Tickets that have to do with each other: the same again, the same twice, one cause that many
 * report.
 */
@NullMarked
package cn.wuye.hotline.backend.related;

import org.jspecify.annotations.NullMarked;
