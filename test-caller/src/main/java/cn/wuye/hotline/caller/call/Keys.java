package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.action.PlayDtmfAction;

/** Presses keys on a channel of Asterisk's, which sends them to its far end. */
final class Keys {
  private static final int KEY_MILLIS = 80;
  private static final Duration BETWEEN = Duration.ofMillis(150);

  private Keys() {}

  static void press(Switchboard board, String channel, Line line, String keys) throws NotFollowed {
    for (char key : keys.toCharArray()) {
      PlayDtmfAction action = new PlayDtmfAction(channel, String.valueOf(key));
      action.setDuration(KEY_MILLIS);
      try {
        board.ami().send(action).get(3, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new NotFollowed("key not sent: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotFollowed("interrupted");
      }
      line.await(() -> false, BETWEEN);
    }
  }
}
