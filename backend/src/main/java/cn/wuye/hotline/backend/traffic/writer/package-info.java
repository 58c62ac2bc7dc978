/** Writes into the log what Asterisk, the dialog and the hang-ups of channels tell of queues. */
@NullMarked
package cn.wuye.hotline.backend.traffic.writer;

import org.jspecify.annotations.NullMarked;
