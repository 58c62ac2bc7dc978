/** A repeated POST gets the first answer. */
@NullMarked
package cn.wuye.hotline.backend.idempotency;

import org.jspecify.annotations.NullMarked;
