/** Reads the log of the queues and makes tables of figures of it. */
@NullMarked
package cn.wuye.hotline.backend.traffic.report;

import org.jspecify.annotations.NullMarked;
