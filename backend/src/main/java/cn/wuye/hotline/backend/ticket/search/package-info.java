/** What tickets are found by: text folded to one form, its words for the index, and queries. */
@NullMarked
package cn.wuye.hotline.backend.ticket.search;

import org.jspecify.annotations.NullMarked;
