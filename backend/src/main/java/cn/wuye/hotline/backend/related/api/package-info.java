/** Tickets that have to do with each other, over REST. */
@NullMarked
package cn.wuye.hotline.backend.related.api;

import org.jspecify.annotations.NullMarked;
