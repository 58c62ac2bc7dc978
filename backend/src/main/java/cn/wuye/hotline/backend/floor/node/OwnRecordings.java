package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.ami.SentCallers;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.control.CallControl;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses the recordings of calls that this node has sent to the agents of another one. */
final class OwnRecordings {
  private static final Logger log = LoggerFactory.getLogger(OwnRecordings.class);
  private static final int PATIENCE_SECONDS = 5;

  private final AmiCommands ami;
  private final Supplier<Collection<LiveChannel>> channels;

  OwnRecordings(AmiCommands ami, Supplier<Collection<LiveChannel>> channels) {
    this.ami = ami;
    this.channels = channels;
  }

  /** Her own recording, and that of the talk, which is made where she is sent from. */
  Outcome pause(String call, boolean paused) {
    if (!ami.connected()) {
      return Outcome.AWAY;
    }
    CallControl control = new CallControl(ami);
    CompletableFuture<?>[] answers =
        channels.get().stream()
            .filter(
                channel ->
                    channel.id().equals(call)
                        || (SentCallers.betweenNodes(channel.name())
                            && channel.linkedId().equals(call)))
            .map(channel -> control.pauseRecording(channel.id(), paused))
            .toArray(CompletableFuture<?>[]::new);
    if (answers.length == 0) {
      return Outcome.OVER;
    }
    try {
      CompletableFuture.allOf(answers).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Outcome.DONE;
    } catch (ExecutionException | TimeoutException e) {
      log.warn("call {}: its recording was not paused or resumed: {}", call, e.toString());
      return Outcome.REFUSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.AWAY;
    }
  }
}
