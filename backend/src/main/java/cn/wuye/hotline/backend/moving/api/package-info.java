/** Import and export over REST. */
@NullMarked
package cn.wuye.hotline.backend.moving.api;

import org.jspecify.annotations.NullMarked;
