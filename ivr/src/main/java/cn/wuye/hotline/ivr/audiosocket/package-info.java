/** The AudioSocket protocol: one stream of sound per call between Asterisk and the hotline. */
@NullMarked
package cn.wuye.hotline.ivr.audiosocket;

import org.jspecify.annotations.NullMarked;
