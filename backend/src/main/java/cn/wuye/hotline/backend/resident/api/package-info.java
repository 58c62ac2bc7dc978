/** Residents over REST. */
@NullMarked
package cn.wuye.hotline.backend.resident.api;

import org.jspecify.annotations.NullMarked;
