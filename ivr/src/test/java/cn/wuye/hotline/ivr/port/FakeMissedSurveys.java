package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whoever calls was phoned in vain, once a test says so. */
public final class FakeMissedSurveys implements MissedSurveys {
  private final FakeSurvey survey = new FakeSurvey();
  private Optional<Duration> ago = Optional.empty();

  /** She was phoned so long before her call. */
  public void phonedBefore(Duration before) {
    ago = Optional.of(before);
  }

  /** What she was phoned for. */
  public FakeSurvey survey() {
    return survey;
  }

  @Override
  public Optional<MissedSurvey> of(Call call) {
    Instant now = call.answeredAt();
    return call.caller()
        .flatMap(number -> ago)
        .map(before -> new MissedSurvey(survey, now.minus(before)));
  }
}
