/** Tells of alarms by SMS, whether anybody looks at the live page or not. */
@NullMarked
package cn.wuye.hotline.backend.floor.alarm;

import org.jspecify.annotations.NullMarked;
