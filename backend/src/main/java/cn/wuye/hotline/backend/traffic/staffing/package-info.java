/**
 * How many agents are needed when: calls expected from the history of weekdays, and Erlang's
 * formula. Functions without Spring or database.
 */
@NullMarked
package cn.wuye.hotline.backend.traffic.staffing;

import org.jspecify.annotations.NullMarked;
