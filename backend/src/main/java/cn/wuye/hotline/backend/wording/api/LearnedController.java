package cn.wuye.hotline.backend.wording.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.LearnedDesk;
import cn.wuye.hotline.backend.wording.Outcome;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How phrases sound in dialects. For administrators of the whole company. */
@RestController
@RequestMapping("/api/v1/dialog/learned")
class LearnedController {
  private static final int LONGEST = 30;

  private final LearnedDesk desk;

  LearnedController(LearnedDesk desk) {
    this.desk = desk;
  }

  /** A phrase with its spellings. */
  record Phrase(
      @Nullable String dialect, @Nullable String phrase, @Nullable List<String> spellings) {}

  /** A phrase. */
  record Name(@Nullable String dialect, @Nullable String phrase) {}

  /**
   * The answer.
   *
   * @param version of the wording that is live
   */
  record Learned(long version, List<Spelled> phrases) {}

  record Spelled(String dialect, String phrase, List<String> spellings) {}

  @GetMapping
  Learned list(@AuthenticationPrincipal SignedInUser me) {
    LearnedDesk.Live live = desk.live(me);
    return new Learned(
        live.version(),
        live.phrases().stream()
            .map(each -> new Spelled(each.dialect(), each.phrase(), each.spellings()))
            .toList());
  }

  @PostMapping
  Learned keep(@RequestBody Phrase typed, @AuthenticationPrincipal SignedInUser me) {
    FieldCheck check = named(typed.dialect(), typed.phrase());
    check.required("spellings", typed.spellings()).done();
    if (typed.spellings() != null && typed.spellings().stream().anyMatch(Objects::isNull)) {
      new FieldCheck().wrong("spellings", "value").done();
    }
    String phrase = Objects.requireNonNull(typed.phrase()).strip();
    LearnedPhrase learned =
        new LearnedPhrase(
            Objects.requireNonNull(typed.dialect()),
            phrase,
            Objects.requireNonNull(typed.spellings()));
    desk.live(me);
    if (!desk.means(phrase)) {
      new FieldCheck().wrong("phrase", "meaningless", phrase).done();
    }
    return after(desk.keep(learned, me), me);
  }

  @PostMapping("/take-back")
  Learned takeBack(@RequestBody Name typed, @AuthenticationPrincipal SignedInUser me) {
    named(typed.dialect(), typed.phrase()).done();
    String dialect = Objects.requireNonNull(typed.dialect());
    String phrase = Objects.requireNonNull(typed.phrase()).strip();
    boolean there = desk.live(me).phrases().stream().anyMatch(each -> each.of(dialect, phrase));
    if (!there) {
      throw Problem.of(HttpStatus.NOT_FOUND, "learned-unknown", dialect, phrase).exception();
    }
    return after(desk.takeBack(dialect, phrase, me), me);
  }

  private static FieldCheck named(@Nullable String dialect, @Nullable String phrase) {
    return new FieldCheck()
        .required("dialect", dialect)
        .text("dialect", dialect, LONGEST)
        .required("phrase", phrase)
        .text("phrase", phrase, LONGEST);
  }

  private Learned after(Outcome outcome, SignedInUser me) {
    if (outcome instanceof Outcome.Invalid invalid) {
      FieldCheck check = new FieldCheck();
      invalid
          .findings()
          .forEach(
              each ->
                  check.wrong(
                      each.code().code().equals("dialect-unknown") ? "dialect" : "spellings",
                      "value"));
      check.done();
    }
    if (outcome instanceof Outcome.Stale) {
      throw Problem.of(HttpStatus.CONFLICT, "learned-draft").exception();
    }
    return list(me);
  }
}
