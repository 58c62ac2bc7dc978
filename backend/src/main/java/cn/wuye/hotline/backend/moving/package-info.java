/** Moving in and out: import of an older system's data with a check before, and export of all. */
@NullMarked
package cn.wuye.hotline.backend.moving;

import org.jspecify.annotations.NullMarked;
