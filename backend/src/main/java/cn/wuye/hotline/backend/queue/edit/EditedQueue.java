package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.router.queue.QueueDefinition;

/**
 * A queue as it is edited.
 *
 * @param version of the row that was read; 0 for one that is not there yet
 */
public record EditedQueue(long version, QueueDefinition queue, QueueManner manner) {}
