package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a poll can be as it is drafted. */
public final class PollCheck {
  /** Most questions: one more than residents are asked about a ticket. */
  public static final int MOST_QUESTIONS = 5;

  /** Most residents. */
  public static final int MOST_RESIDENTS = 2000;

  /** Most days. */
  public static final int MOST_DAYS = 60;

  /** What a call may take. */
  public static final Duration LONGEST = Duration.ofSeconds(90);

  /** Nothing is asked in a call that has taken as long. */
  public static final Duration LAST_ASKED = Duration.ofSeconds(66);

  /** Greeting, whether it suits, and good-bye. */
  private static final double AROUND = 16;

  /** A synthetic voice reads so many characters a second. */
  private static final double READING = 4.5;

  private static final double ANSWER = 4;
  private static final double FREE_ANSWER = 12;

  private PollCheck() {}

  /** Why a poll cannot be. */
  public enum Problem implements Coded {
    /** It has no title, or one that is too long. */
    TITLE("title"),
    /** No estate is named. */
    ESTATES("estates"),
    /** Nobody is of such an age. */
    AGES("ages"),
    /** Fewer than 1 or more than {@value #MOST_RESIDENTS} residents. */
    SIZE("size"),
    /** It ends before it begins or takes more than {@value #MOST_DAYS} days. */
    DAYS("days"),
    /** Its last day is over. */
    OVER("over"),
    /** It asks nothing, or more than {@value #MOST_QUESTIONS} questions. */
    QUESTIONS("questions"),
    /** A question is empty or too long. */
    TEXT("text"),
    /** Asking all on the phone takes longer than 90 s, or the last question comes after 66 s. */
    LONG("long");

    private final String code;

    Problem(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * What is wrong with it; empty when it can begin.
   *
   * @param today where the estates are
   */
  public static Set<Problem> of(PollDraft draft, LocalDate today) {
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    add(problems, Problem.TITLE, !fits(draft.title(), PollDraft.MAX_TITLE));
    add(problems, Problem.ESTATES, draft.estates().isEmpty());
    add(problems, Problem.AGES, !draft.ages().possible());
    add(problems, Problem.SIZE, draft.size() < 1 || draft.size() > MOST_RESIDENTS);
    long days = ChronoUnit.DAYS.between(draft.from(), draft.to()) + 1;
    add(problems, Problem.DAYS, days < 1 || days > MOST_DAYS);
    add(problems, Problem.OVER, draft.to().isBefore(today));
    int questions = draft.questions().size();
    add(problems, Problem.QUESTIONS, questions < 1 || questions > MOST_QUESTIONS);
    add(
        problems,
        Problem.TEXT,
        !draft.questions().stream().allMatch(each -> fits(each.zh(), PollQuestion.MAX_TEXT)));
    add(problems, Problem.LONG, draft.channel() != PollChannel.PAGE && tooLong(draft));
    return problems;
  }

  private static boolean tooLong(PollDraft draft) {
    List<PollQuestion> all = draft.questions();
    return length(all).compareTo(LONGEST) > 0
        || length(all.subList(0, Math.max(0, all.size() - 1))).compareTo(LAST_ASKED) >= 0;
  }

  /** How long a call takes in which everything is understood at once, as it is reckoned. */
  public static Duration length(PollDraft draft) {
    return length(draft.questions());
  }

  private static Duration length(List<PollQuestion> questions) {
    double seconds = AROUND;
    for (PollQuestion each : questions) {
      seconds += each.zh().codePointCount(0, each.zh().length()) / READING;
      seconds += each.kind() == QuestionKind.WORDS ? FREE_ANSWER : ANSWER;
    }
    return Duration.ofSeconds(Math.round(seconds));
  }

  private static boolean fits(String text, int most) {
    return !text.isBlank() && text.length() <= most;
  }

  private static void add(Set<Problem> problems, Problem problem, boolean wrong) {
    if (wrong) {
      problems.add(problem);
    }
  }
}
