/** Keeps the events of the queues. */
@NullMarked
package cn.wuye.hotline.backend.traffic.log;

import org.jspecify.annotations.NullMarked;
