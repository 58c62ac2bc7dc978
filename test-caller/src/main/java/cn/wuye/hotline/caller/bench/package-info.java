/** Measurements: one JSON object each on standard output. */
@NullMarked
package cn.wuye.hotline.caller.bench;

import org.jspecify.annotations.NullMarked;
