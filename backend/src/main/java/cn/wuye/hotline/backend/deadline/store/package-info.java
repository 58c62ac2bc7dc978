/**
 * Deadlines in the database: rules and calendars in versions, and the clocks of each ticket, which
 * are computed anew in the transaction of whatever happens to it.
 */
@NullMarked
package cn.wuye.hotline.backend.deadline.store;

import org.jspecify.annotations.NullMarked;
