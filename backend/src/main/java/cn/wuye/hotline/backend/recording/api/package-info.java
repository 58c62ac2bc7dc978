/** Recordings over REST. */
@NullMarked
package cn.wuye.hotline.backend.recording.api;

import org.jspecify.annotations.NullMarked;
