package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges.Change;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges.RungMoved;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges.Unsolved;
import cn.wuye.hotline.backend.deadline.escalation.LadderChanges.Warnings;
import cn.wuye.hotline.backend.deadline.store.LadderVersion;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ladder and its changes in plain words. */
@Component
class LadderWords {
  private final DeadlineWords words;
  private final RuleWords rules;
  private final Labels labels;

  LadderWords(DeadlineWords words, RuleWords rules, Labels labels) {
    this.words = words;
    this.rules = rules;
    this.labels = labels;
  }

  /** Sentences: before a deadline, after it urgency by urgency, and unsolved in any case. */
  List<String> of(Ladder ladder) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        ladder.warnings().isEmpty()
            ? labels.text("ladder.said.noWarnings")
            : labels.text("ladder.said.warnings", rules.warnings(ladder.warnings())));
    for (Urgency urgency : Urgency.values()) {
      sentences.add(
          labels.text(
              "ladder.said.rungs",
              labels.name("urgency", urgency),
              ladder.of(urgency).stream()
                  .map(this::rung)
                  .collect(Collectors.joining(labels.text("ladder.said.then")))));
    }
    sentences.add(labels.text("ladder.said.unsolved", words.amount(ladder.unsolvedAfter())));
    return sentences;
  }

  private String rung(Rung rung) {
    return labels.text(
        "ladder.said.rung", late(rung.after()), labels.name("escalation-role", rung.role()));
  }

  /** How much too late. */
  String late(@Nullable Duration after) {
    if (after == null) {
      return labels.text("ladder.never");
    }
    return after.isZero() ? labels.text("ladder.atOnce") : words.amount(after);
  }

  /** What a version changed of the one before; the first one has only been made. */
  List<String> changes(LadderVersion version, @Nullable LadderVersion before) {
    return before == null
        ? List.of(labels.text("ladder.change.new"))
        : LadderChanges.between(before.ladder(), version.ladder()).stream()
            .map(this::change)
            .toList();
  }

  private String change(Change change) {
    if (change instanceof Warnings percents) {
      return labels.text(
          "rules.change",
          labels.text("rules.warnings"),
          rules.warnings(percents.from()),
          rules.warnings(percents.to()));
    }
    if (change instanceof RungMoved rung) {
      return labels.text(
          "rules.change",
          labels.name("urgency", rung.urgency())
              + " "
              + labels.name("escalation-role", rung.role()),
          late(rung.from()),
          late(rung.to()));
    }
    Unsolved unsolved = (Unsolved) change;
    return labels.text(
        "rules.change",
        labels.text("ladder.unsolved"),
        words.amount(unsolved.from()),
        words.amount(unsolved.to()));
  }
}
