/**
 * Periodic surveys that belong to no ticket: a sample of residents, drawn by estate and age, is
 * asked edited questions, by phone or on a page. Pure: who is drawn, what can be asked, what came
 * of it.
 */
@NullMarked
package cn.wuye.hotline.backend.poll;

import org.jspecify.annotations.NullMarked;
