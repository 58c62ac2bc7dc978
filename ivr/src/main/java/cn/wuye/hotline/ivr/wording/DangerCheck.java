package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.wording.Finding.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks emergency words: lives hang on them. */
final class DangerCheck {
  /** The plainest words of every kind of danger. */
  static final List<String> CRITICAL =
      List.of(
          "困在", "被困", "困住", "困人", "关在电梯", "着火", "起火", "失火", "冒烟", "煤气味", "燃气味", "煤气漏", "有人触电",
          "=触电", "=漏电", "=爆管", "水管爆", "救命", "晕倒", "跳楼", "抢劫", "持刀");

  /** So many of them count always. */
  static final int CRITICAL_KEPT = 18;

  private final DialogSettings settings;
  private final EmergencyWords shipped = Wording.shippedEmergencies();
  private final List<DangerPhrase> usable = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  DangerCheck(DialogSettings settings) {
    this.settings = settings;
    own();
    off();
  }

  List<Finding> findings() {
    return findings;
  }

  /** The words that count, as far as they can be looked for. */
  EmergencyWords usable() {
    return shipped.with(Set.copyOf(settings.dangersOff()), usable);
  }

  private void own() {
    Set<String> seen = new HashSet<>();
    shipped.list().forEach(each -> seen.add(each.phrase()));
    Set<String> everyday =
        Wording.shippedReader().phrases().stream()
            .map(ShippedPhrase::phrase)
            .collect(Collectors.toSet());
    for (DangerPhrase each : settings.dangers()) {
      String field = "dangers." + each.phrase();
      Optional<Finding> wrong = PhraseCheck.of(field, each.phrase());
      if (wrong.isPresent()) {
        findings.add(wrong.get());
        continue;
      }
      if (!shipped.groups().contains(each.group())) {
        findings.add(Finding.of(field, Code.DANGER_GROUP_UNKNOWN, each.group()));
        continue;
      }
      if (!seen.add(each.phrase())) {
        findings.add(Finding.of(field, Code.PHRASE_TWICE, each.phrase()));
        continue;
      }
      usable.add(each);
      if (shipped.with(Set.of(), List.of(each)).find(PhraseCheck.plain(each.phrase())).isEmpty()) {
        findings.add(Finding.of(field, Code.DANGER_NEVER_ACTS, each.phrase()));
      }
      if (everyday.contains(each.phrase())) {
        findings.add(Finding.of(field, Code.DANGER_EVERYDAY, each.phrase()));
      }
    }
  }

  private void off() {
    Set<String> off = Set.copyOf(settings.dangersOff());
    Set<String> known =
        shipped.list().stream().map(DangerPhrase::phrase).collect(Collectors.toSet());
    for (String each : settings.dangersOff()) {
      Code code = known.contains(each) ? Code.DANGER_OFF : Code.OFF_UNKNOWN;
      findings.add(Finding.of("dangersOff." + each, code, each));
    }
    long left = CRITICAL.stream().filter(each -> !off.contains(each)).count();
    if (left < CRITICAL_KEPT) {
      findings.add(
          Finding.of("dangersOff", Code.DANGER_CRITICAL_OFF, CRITICAL_KEPT, left, CRITICAL.size()));
    }
    for (String group : shipped.groups()) {
      boolean any =
          shipped.list().stream()
              .anyMatch(each -> each.group().equals(group) && !off.contains(each.phrase()));
      if (!any) {
        findings.add(Finding.of("dangersOff." + group, Code.DANGER_GROUP_OFF, group));
      }
    }
  }
}
