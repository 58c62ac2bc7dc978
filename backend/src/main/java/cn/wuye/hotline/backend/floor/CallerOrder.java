package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * What a supervisor has done with a caller who waits.
 *
 * @param call unique id of her channel
 * @param queue code of the queue where she goes; empty for {@link Kind#TO_FRONT}
 */
public record CallerOrder(Kind kind, String call, String queue) {
  /** What is to be done. */
  public enum Kind implements Coded {
    /** She comes before all who wait with her. */
    TO_FRONT("to-front"),
    /** She waits in another queue, with the time that she has waited. */
    TO_QUEUE("to-queue");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @throws IllegalArgumentException when a part is none
   */
  public CallerOrder {
    if (!call.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("no call: '" + call + "'");
    }
    if (!queue.matches(kind == Kind.TO_QUEUE ? "[a-z0-9-]{1,30}" : "")) {
      throw new IllegalArgumentException("no queue: '" + queue + "'");
    }
  }
}
