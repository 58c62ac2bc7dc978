/** Figures of the queues and staff plans over REST. */
@NullMarked
package cn.wuye.hotline.backend.traffic.api;

import org.jspecify.annotations.NullMarked;
