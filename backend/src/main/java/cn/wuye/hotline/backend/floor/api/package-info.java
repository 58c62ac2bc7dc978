/** What goes on now, by REST. */
@NullMarked
package cn.wuye.hotline.backend.floor.api;

import org.jspecify.annotations.NullMarked;
