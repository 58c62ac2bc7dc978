/** What is told of a call afterwards: turns, timings, ticket. */
@NullMarked
package cn.wuye.hotline.caller.result;

import org.jspecify.annotations.NullMarked;
