/** Where the crews are: one place each, as said or as their jobs tell, for a shift at most. */
@NullMarked
package cn.wuye.hotline.backend.dispatch.place;

import org.jspecify.annotations.NullMarked;
