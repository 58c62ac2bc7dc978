/** Filters of the ticket list that people keep under a name. */
@NullMarked
package cn.wuye.hotline.backend.filter;

import org.jspecify.annotations.NullMarked;
