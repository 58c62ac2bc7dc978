/**
 * Messages that are read to people by phone: what is needed of the telephone, and what came of it.
 */
@NullMarked
package cn.wuye.hotline.backend.message.voice;

import org.jspecify.annotations.NullMarked;
