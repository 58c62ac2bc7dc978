package cn.wuye.hotline.router.ami;

import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerResponse;

/** What can be asked of Asterisk through its manager interface. */
public interface AmiCommands {

  /** Whether an action has a chance now. */
  boolean connected();

  /**
   * Sends an action and returns at once.
   *
   * @return completes with Asterisk's answer, or exceptionally with an {@link AmiException} when
   *     there is no connection, the answer is an error, or none comes within the action time-out
   */
  CompletableFuture<ManagerResponse> send(ManagerAction action);
}
