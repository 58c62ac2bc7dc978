package cn.wuye.hotline.router.originate;

import cn.wuye.hotline.router.ami.AmiCommands;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ring from its action to the last event of it that matters. */
final class PendingRing implements Ring {
  private static final Logger LOG = LoggerFactory.getLogger(PendingRing.class);

  /** Asterisk may tell the failure before the hang-up that says why. */
  private static final long SETTLE_MILLIS = 400;

  private static final int NORMAL_CLEARING = 16;
  private static final int CHANNEL_STATE_UP = 6;

  private final String channelId;
  private final AmiCommands ami;
  private final ScheduledExecutorService timer;
  private final CompletableFuture<RingOutcome> outcome = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private boolean channelSeen;
  private boolean unwanted;
  private int hangupCause = -1;
  private int failureReason = -1;

  PendingRing(String channelId, AmiCommands ami, ScheduledExecutorService timer) {
    this.channelId = channelId;
    this.ami = ami;
    this.timer = timer;
  }

  void start(OriginateRequest request) {
    OriginateAction action = new OriginateAction();
    action.setActionId(channelId);
    action.setChannelId(channelId);
    action.setChannel(request.channel());
    action.setContext(request.context());
    action.setExten(request.extension());
    action.setPriority(1);
    action.setTimeout(request.timeout().toMillis());
    action.setAsync(true);
    if (!request.callerId().isEmpty()) {
      action.setCallerId(request.callerId());
    }
    request.variables().forEach(action::setVariable);
    ami.send(action)
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                LOG.warn("{}: not started, {}", channelId, failure.getMessage());
                // It may have been queued all the same when only the answer was late.
                unwant();
                finish(RingOutcome.UNAVAILABLE);
              }
            });
  }

  @Override
  public String channelId() {
    return channelId;
  }

  @Override
  public CompletableFuture<RingOutcome> outcome() {
    return outcome;
  }

  /** Completes when no event of this ring matters any more. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void cancel() {
    unwant();
    outcome.complete(RingOutcome.NO_ANSWER);
    hangUp();
  }

  /** The time is over and Asterisk said nothing. */
  void giveUp() {
    if (!outcome.isDone()) {
      LOG.warn("{}: no outcome in time; hanging it up", channelId);
      unwant();
      hangUp();
    }
    finish(ami.connected() ? RingOutcome.NO_ANSWER : RingOutcome.UNAVAILABLE);
  }

  void onChannel() {
    boolean hangUp;
    synchronized (this) {
      channelSeen = true;
      hangUp = unwanted;
    }
    if (hangUp) {
      hangUp();
    }
  }

  void onHangup(int cause) {
    int reason;
    synchronized (this) {
      hangupCause = cause;
      reason = failureReason;
    }
    if (reason >= 0) {
      finish(FailureReason.outcome(reason, cause));
    }
  }

  void onResponse(OriginateResponseEvent answer) {
    if ("Success".equalsIgnoreCase(answer.getResponse())) {
      answered();
      return;
    }
    int reason = answer.getReason() == null ? 0 : answer.getReason();
    int cause;
    boolean wait;
    synchronized (this) {
      failureReason = reason;
      cause = hangupCause;
      wait = channelSeen && cause < 0;
    }
    if (wait) {
      timer.schedule(
          () -> finish(FailureReason.outcome(reason, -1)), SETTLE_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      finish(FailureReason.outcome(reason, cause));
    }
  }

  /** Events are missing; the channel itself tells what became of it. */
  void onSynchronised(Optional<CoreShowChannelEvent> channel) {
    if (channel.isEmpty()) {
      LOG.warn("{}: its end was missed while AMI was away; taken for unanswered", channelId);
      unwant();
      outcome.complete(RingOutcome.NO_ANSWER);
      return;
    }
    onChannel();
    Integer state = channel.get().getChannelState();
    if (state != null && state == CHANNEL_STATE_UP) {
      answered();
    }
  }

  private void answered() {
    boolean hangUp;
    synchronized (this) {
      hangUp = unwanted;
    }
    if (hangUp) {
      hangUp();
    }
    finish(RingOutcome.ANSWERED);
  }

  private synchronized void unwant() {
    unwanted = true;
  }

  void finish(RingOutcome how) {
    outcome.complete(how);
    ended.complete(null);
  }

  private void hangUp() {
    ami.send(new HangupAction(channelId, NORMAL_CLEARING))
        .exceptionally(
            e -> {
              LOG.debug("{}: {}", channelId, e.getMessage());
              return null;
            });
  }
}
