/**
 * What happens in the live queues, as events, and what it comes to: the stay of a caller in a
 * queue, the states of an agent. Functions without Spring or database.
 */
@NullMarked
package cn.wuye.hotline.backend.traffic;

import org.jspecify.annotations.NullMarked;
