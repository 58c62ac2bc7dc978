/** What every line of the log carries, and what none may: phone numbers. */
@NullMarked
package cn.wuye.hotline.backend.logging;

import org.jspecify.annotations.NullMarked;
