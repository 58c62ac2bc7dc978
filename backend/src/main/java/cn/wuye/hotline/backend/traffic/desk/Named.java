package cn.wuye.hotline.backend.traffic.desk;

/**
 * A queue or an agent.
 *
 * @param code of the queue, or the agent's extension
 * @param name as people call it; the code itself where nobody has given one
 */
public record Named(String code, String name) {}
