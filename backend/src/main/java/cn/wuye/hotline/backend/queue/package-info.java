/**
 * Queues and agents as the database defines them, brought to this node's Asterisk: as files that it
 * reads without the application, and as memberships of those who are signed in.
 */
@NullMarked
package cn.wuye.hotline.backend.queue;

import org.jspecify.annotations.NullMarked;
