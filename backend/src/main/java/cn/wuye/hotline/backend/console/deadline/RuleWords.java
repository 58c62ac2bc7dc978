package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.Dimension;
import cn.wuye.hotline.backend.deadline.rule.RuleChanges;
import cn.wuye.hotline.backend.deadline.rule.RuleChanges.Change;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules and their changes in plain words. */
@Component
class RuleWords {
  private final DeadlineWords words;
  private final Choices choices;
  private final Labels labels;

  RuleWords(DeadlineWords words, Choices choices, Labels labels) {
    this.words = words;
    this.choices = choices;
    this.labels = labels;
  }

  /** For which tickets, heaviest first. */
  String conditions(Conditions conditions) {
    Map<Dimension, Object> named = RuleChanges.conditions(conditions);
    if (named.isEmpty()) {
      return labels.text("clocks.why.any");
    }
    List<String> parts = new ArrayList<>();
    named.forEach(
        (dimension, value) -> {
          if (dimension != Dimension.CATEGORY || conditions.subcategory() == null) {
            parts.add(condition(dimension, value, conditions));
          }
        });
    String all = String.join(" · ", parts);
    return conditions.urgency() == null ? labels.text("rules.notEmergency", all) : all;
  }

  private String condition(Dimension dimension, Object value, @Nullable Conditions whole) {
    String code = value instanceof Coded coded ? coded.code() : value.toString();
    return switch (dimension) {
      case THIRD_PARTY -> words.party(code);
      case ESTATE -> words.estate((EstateId) value);
      case CATEGORY -> choices.fullCategoryName(code, "");
      case SUBCATEGORY ->
          whole == null || whole.category() == null
              ? choices.subcategoryName(code)
              : choices.fullCategoryName(whole.category(), code);
      case KIND -> labels.name("kind", code);
      case URGENCY -> labels.name("urgency", code);
    };
  }

  /** Within what time, 受理 30 分钟. */
  String target(Target target) {
    return labels.name("clock", target.id()) + " " + words.amount(target.within());
  }

  /** In which time and from when. */
  String details(Target target) {
    return words.amount(target.within())
        + labels.text(
            "rules.how",
            labels.name("runs", target.runs()),
            labels.name("starts-from", target.from()))
        + (target.pausable() ? labels.text("rules.pausable") : "");
  }

  /** The percentages of warnings. */
  String warnings(@Nullable List<Integer> warnings) {
    if (warnings == null) {
      return labels.text("rules.warnings.house");
    }
    return warnings.isEmpty()
        ? labels.text("rules.warnings.none")
        : warnings.stream().map(percent -> percent + "%").collect(Collectors.joining(" "));
  }

  /** What a version changed of the one before; the first one has only been made. */
  List<String> changes(RuleVersion version, @Nullable RuleVersion before) {
    if (before == null) {
      return List.of(labels.text("rules.change.new"));
    }
    return RuleChanges.between(
            RuleDraft.of(before.rule(), before.name()),
            RuleDraft.of(version.rule(), version.name()))
        .stream()
        .map(this::change)
        .toList();
  }

  private String change(Change change) {
    String what =
        switch (change.part()) {
          case NAME -> labels.text("rules.name");
          case OFF -> "";
          case ORDER -> labels.text("rules.order");
          case CONDITION -> labels.name("dimension", change.key());
          case TARGET -> labels.name("clock", change.key());
          case PAUSE -> labels.text("rules.pause", labels.name("pause-reason", change.key()));
          case WARNINGS -> labels.text("rules.warnings");
        };
    return what.isEmpty()
        ? labels.text(Boolean.TRUE.equals(change.to()) ? "rules.change.off" : "rules.change.on")
        : labels.text("rules.change", what, side(change, false), side(change, true));
  }

  private String side(Change change, boolean after) {
    Object value = after ? change.to() : change.from();
    if (change.part() == RuleChanges.Part.WARNINGS) {
      return value instanceof List<?> percents
          ? warnings(percents.stream().map(each -> (Integer) each).toList())
          : warnings(null);
    }
    if (value == null) {
      return labels.text(change.part() == RuleChanges.Part.CONDITION ? "rules.any" : "rules.none");
    }
    if (change.part() == RuleChanges.Part.CONDITION) {
      return Coded.find(Dimension.class, change.key())
          .map(dimension -> condition(dimension, value, null))
          .orElse(value.toString());
    }
    if (value instanceof Target target) {
      return details(target);
    }
    return value instanceof Duration length ? words.amount(length) : value.toString();
  }
}
