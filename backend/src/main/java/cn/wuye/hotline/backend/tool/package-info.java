/** What {@code ./hotline models} and {@code ./hotline prompts} do, beside the application. */
@NullMarked
package cn.wuye.hotline.backend.tool;

import org.jspecify.annotations.NullMarked;
