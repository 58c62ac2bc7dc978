/** A ticket's clocks and pauses over REST. */
@NullMarked
package cn.wuye.hotline.backend.deadline.api;

import org.jspecify.annotations.NullMarked;
