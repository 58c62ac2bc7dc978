/** Figures and staff plans for those who may see them: their own queues and agents. */
@NullMarked
package cn.wuye.hotline.backend.traffic.desk;

import org.jspecify.annotations.NullMarked;
