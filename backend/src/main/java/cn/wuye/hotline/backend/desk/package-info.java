/**
 * The agent's desk: where she sits and whether she takes calls, the call she has and what is known
 * of its caller, what she writes down, and what she does with the call. The pages are {@code
 * console.desk}.
 */
@NullMarked
package cn.wuye.hotline.backend.desk;

import org.jspecify.annotations.NullMarked;
