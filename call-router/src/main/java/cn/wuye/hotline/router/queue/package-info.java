/**
 * Which queue a caller gets, before whom she is rung through, whom that reaches and what she is
 * told while she waits: decisions without Asterisk, database or clock.
 */
@NullMarked
package cn.wuye.hotline.router.queue;

import org.jspecify.annotations.NullMarked;
