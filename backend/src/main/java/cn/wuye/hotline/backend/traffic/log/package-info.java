/** Keeps the events of the queues, also while the database is away. */
@NullMarked
package cn.wuye.hotline.backend.traffic.log;

import org.jspecify.annotations.NullMarked;
