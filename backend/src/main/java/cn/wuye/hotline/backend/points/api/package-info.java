/** The points of residents over REST. */
@NullMarked
package cn.wuye.hotline.backend.points.api;

import org.jspecify.annotations.NullMarked;
