package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.PhoneRinger.Outcome;
import cn.wuye.hotline.ivr.port.PhoneRinger.Ringing;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import cn.wuye.hotline.router.queue.CallerNeeds;
import cn.wuye.hotline.router.queue.Precedence;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueEntry;
import cn.wuye.hotline.router.queue.Reach;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Looks for an agent in an emergency: a placeholder stands first in the queue, and whoever answers
 * it joins the caller's room, as the people on duty do.
 */
final class AgentAlarm {
  static final String HELD_IN = "hotline-callback-queue";
  static final String CONTEXT = "hotline-duty";
  static final String EXTENSION = "s";

  /** As long as two phones ring. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  /** What is known of an agent before she is seen. */
  private static final PhoneLine AGENT = new PhoneLine("坐席", new PhoneNumber("1000"));

  private final BiFunction<String, OriginateRequest, Ring> router;
  private final PromptAudio prompts;

  /**
   * @param router rings under a name that is given
   */
  AgentAlarm(BiFunction<String, OriginateRequest, Ring> router, PromptAudio prompts) {
    this.router = router;
    this.prompts = prompts;
  }

  /** Begins and returns at once. */
  Beside ring(QueueDefinition queue, Call call, CallerNeeds caller, Prompt whisper) {
    Ring ring =
        router.apply(
            Placeholder.of(call.id().value()),
            new OriginateRequest(
                "Local/alarm@" + HELD_IN + "/n",
                CONTEXT,
                EXTENSION,
                call.caller().map(PhoneNumber::digits).orElse(""),
                LONGEST,
                Map.of(
                    QueueEntry.QUEUE,
                    queue.asteriskName(),
                    "QUEUE_PRIO",
                    String.valueOf(Precedence.of(caller, Duration.ZERO)),
                    "QUEUE_MAX_PENALTY",
                    String.valueOf(Reach.EVERYBODY.penalty()),
                    "HOTLINE_SLICE",
                    String.valueOf(LONGEST.toSeconds()),
                    "HOTLINE_ROOM",
                    call.id().value(),
                    "HOTLINE_WHISPER",
                    files(whisper))));
    CompletableFuture<Outcome> outcome =
        ring.outcome()
            .thenApply(how -> how == RingOutcome.ANSWERED ? Outcome.ANSWERED : Outcome.NO_ANSWER);
    return new Beside(
        AGENT,
        new Ringing() {
          @Override
          public CompletableFuture<Outcome> outcome() {
            return outcome;
          }

          @Override
          public void cancel() {
            ring.cancel();
          }
        });
  }

  /** As Playback takes them: without their suffix, joined by {@code &}. */
  private String files(Prompt whisper) {
    return prompts.files(whisper).stream()
        .map(Path::toString)
        .map(file -> file.replaceFirst("\\.(wav|sln|gsm)$", ""))
        .collect(Collectors.joining("&"));
  }
}
