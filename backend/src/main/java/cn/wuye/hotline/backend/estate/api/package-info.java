/** Estates over REST. */
@NullMarked
package cn.wuye.hotline.backend.estate.api;

import org.jspecify.annotations.NullMarked;
