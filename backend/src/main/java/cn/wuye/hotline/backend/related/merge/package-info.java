/** Tickets about one matter go on as one; whatever is put together can be taken apart again. */
@NullMarked
package cn.wuye.hotline.backend.related.merge;

import org.jspecify.annotations.NullMarked;
