/** The equipment register over REST. */
@NullMarked
package cn.wuye.hotline.backend.equipment.api;

import org.jspecify.annotations.NullMarked;
