/** How much two reports look like one matter: a function, with its reasons. */
@NullMarked
package cn.wuye.hotline.backend.related.likeness;

import org.jspecify.annotations.NullMarked;
