/** Messages over REST. */
@NullMarked
package cn.wuye.hotline.backend.message.api;

import org.jspecify.annotations.NullMarked;
