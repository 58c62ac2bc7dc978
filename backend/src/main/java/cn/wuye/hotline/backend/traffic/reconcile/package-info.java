/**
 * Compares our log with what Asterisk wrote down itself: its {@code queue_log} and its CDRs. Every
 * difference is explained or reported. Functions without Spring or database.
 */
@NullMarked
package cn.wuye.hotline.backend.traffic.reconcile;

import org.jspecify.annotations.NullMarked;
