package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Puts a "person" into the room when a number ends in 1, and lets her go after a while; cannot even
 * try when it ends in 3; all other numbers ring in vain.
 */
final class TestRinger implements PhoneRinger {
  private final RealAsterisk asterisk;

  TestRinger(RealAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  @Override
  public Ringing ring(PhoneLine line, String room, Duration timeout, Prompt whisper) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    if (line.number().digits().endsWith("1")) {
      answer(room);
      outcome.completeOnTimeout(Outcome.ANSWERED, 300, TimeUnit.MILLISECONDS);
    } else if (line.number().digits().endsWith("3")) {
      outcome.complete(Outcome.UNAVAILABLE);
    } else {
      outcome.completeOnTimeout(Outcome.NO_ANSWER, 1500, TimeUnit.MILLISECONDS);
    }
    return new Ringing() {
      @Override
      public CompletableFuture<Outcome> outcome() {
        return outcome;
      }

      @Override
      public void cancel() {}
    };
  }

  private void answer(String room) {
    cli("channel originate Local/" + room + "@hotline-conference/n application Wait 3");
    CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS)
        .execute(() -> cli("confbridge kick " + room + " all"));
  }

  private void cli(String command) {
    try {
      asterisk.cli(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
