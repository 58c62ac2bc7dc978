/** What administrators change of deadline rules and working calendars, within their rights. */
@NullMarked
package cn.wuye.hotline.backend.deadline.settings;

import org.jspecify.annotations.NullMarked;
