/** Who a ticket is with, over REST. */
@NullMarked
package cn.wuye.hotline.backend.dispatch.api;

import org.jspecify.annotations.NullMarked;
