package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Nobody answers but those who are told to. */
public final class FakePhoneRinger implements PhoneRinger {
  private final Set<PhoneLine> answering = new HashSet<>();
  private final List<PhoneLine> rung = new ArrayList<>();
  private final List<String> whispers = new ArrayList<>();
  private Outcome otherwise = Outcome.NO_ANSWER;

  public void answers(PhoneLine line) {
    answering.add(line);
  }

  /** How ringing ends where nobody answers. */
  public void otherwise(Outcome outcome) {
    otherwise = outcome;
  }

  public List<PhoneLine> rung() {
    return List.copyOf(rung);
  }

  /** What those who were rung would have been told. */
  public List<String> whispers() {
    return List.copyOf(whispers);
  }

  @Override
  public Ringing ring(PhoneLine line, String room, Duration timeout, Prompt whisper) {
    rung.add(line);
    whispers.add(whisper.text());
    Outcome outcome = answering.contains(line) ? Outcome.ANSWERED : otherwise;
    return new Ringing() {
      @Override
      public CompletableFuture<Outcome> outcome() {
        return CompletableFuture.completedFuture(outcome);
      }

      @Override
      public void cancel() {
        rung.remove(line);
      }
    };
  }
}
