package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Waited;
import java.time.Duration;
import java.util.Optional;

/**
 * One caller's waiting for a person, used by the thread of her call. Every method answers within 1
 * s and never throws because of the database.
 */
public interface QueueWait extends AutoCloseable {
  /** What happens next. */
  QueueMove next();

  /**
   * What came of the act that {@link #next} asked for; of a talk, {@link #talked} is told instead.
   */
  void waited(Waited how);

  /** She was asked, and goes on waiting. */
  void asked();

  /** Since she began to wait in this call. */
  Duration since();

  /**
   * Where she stands now.
   *
   * @param minutesSaid what she was told last; 0 for nothing
   */
  QueueStanding standing(int minutesSaid);

  /**
   * An agent has talked with her.
   *
   * @param agent extension of the phone
   * @return how the agent is called in the ticket
   */
  String talked(String agent);

  /**
   * She wants to be called back and keeps her place. Durable on return.
   *
   * @return false when it cannot be promised
   */
  boolean callBack();

  /**
   * She has hung up.
   *
   * @return the agent who had talked with her, as the ticket calls her; empty when she gave up
   *     waiting
   */
  Optional<String> gone();

  /**
   * She has hung up, and is seen to in another way when she gave up waiting: it is not noted.
   *
   * @return as {@link #gone}
   */
  Optional<String> answered();

  /** She waits no more, for whatever reason; idempotent. */
  @Override
  void close();
}
