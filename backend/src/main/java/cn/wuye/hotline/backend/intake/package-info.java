/** From calls to tickets without losing one: journal, ticket desk, spool, replay. */
@NullMarked
package cn.wuye.hotline.backend.intake;

import org.jspecify.annotations.NullMarked;
