/**
 * One cause that many people report: one ticket at its head, one dispatch, everybody told, and
 * callers from there hear of it first.
 */
@NullMarked
package cn.wuye.hotline.backend.related.incident;

import org.jspecify.annotations.NullMarked;
