/** Calls over REST. */
@NullMarked
package cn.wuye.hotline.backend.call.api;

import org.jspecify.annotations.NullMarked;
