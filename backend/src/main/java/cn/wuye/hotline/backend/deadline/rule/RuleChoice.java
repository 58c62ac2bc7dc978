package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rule holds for a ticket and why, in the order an administrator sees them: most specific
 * first, then by order number, then by id.
 *
 * @param winner empty when no rule matches: the ticket has no clocks, and that is shown
 */
public record RuleChoice(Optional<DeadlineRule> winner, List<Considered> considered) {

  /**
   * A rule that was looked at.
   *
   * @param named what it asks for, heaviest first
   * @param decidedBy what it failed by: the condition that is not met, or the one that the winner
   *     names and it does not; null when something else decided
   */
  public record Considered(
      RuleRef rule,
      int order,
      Set<Dimension> named,
      Verdict verdict,
      @Nullable Dimension decidedBy) {}

  /** What was found. */
  public enum Verdict implements Coded {
    WON("won"),
    /** It matches, but the winner names something heavier. */
    LESS_SPECIFIC("less-specific"),
    /** It matches and is as specific, but comes later in the order. */
    LATER_IN_ORDER("later-in-order"),
    DOES_NOT_MATCH("does-not-match");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
