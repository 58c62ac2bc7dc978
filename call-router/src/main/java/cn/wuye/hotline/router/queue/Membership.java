package cn.wuye.hotline.router.queue;

/** An agent's place in a queue. */
public record Membership(QueueDefinition queue, Reach reach) {}
