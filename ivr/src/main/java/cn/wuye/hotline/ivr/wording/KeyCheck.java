package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.wording.Finding.Code;
import cn.wuye.hotline.ivr.wording.SettingsCheck.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what keys mean. */
final class KeyCheck {
  private static final int LONGEST_LABEL = 12;

  private KeyCheck() {}

  static List<Finding> of(List<KeyMenu.Key> keys, Known known) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> targets = new HashSet<>();
    for (KeyMenu.Key each : keys) {
      String field = "keys." + each.key();
      if (each.key().matches("[01*#]")) {
        findings.add(Finding.of(field, Code.KEY_FIXED, each.key()));
      } else if (!each.key().matches("[2-9]")) {
        findings.add(Finding.of(field, Code.KEY_UNKNOWN, each.key()));
      }
      if (!seen.add(each.key())) {
        findings.add(Finding.of(field, Code.KEY_TWICE, each.key()));
      }
      if (!targets.add(each.target())) {
        findings.add(Finding.of(field, Code.TARGET_TWICE, each.label()));
      }
      if (each.category() && !known.categories().contains(each.target())) {
        findings.add(Finding.of(field, Code.TARGET_UNKNOWN, each.target()));
      }
      label(findings, field, each.label());
    }
    return findings;
  }

  /** Keys whose category new tickets do not get; those of a caller who presses them are "other". */
  static List<Finding> notOffered(List<KeyMenu.Key> keys, Known known) {
    return keys.stream()
        .filter(each -> each.category() && !known.offered(each.target(), ""))
        .map(each -> Finding.of("keys." + each.key(), Code.CATEGORY_NOT_OFFERED, each.target()))
        .toList();
  }

  private static void label(List<Finding> findings, String field, String label) {
    if (label.isBlank()) {
      findings.add(Finding.of(field, Code.TEXT_EMPTY));
    } else if (label.length() > LONGEST_LABEL) {
      findings.add(Finding.of(field, Code.TEXT_TOO_LONG, LONGEST_LABEL, label.length()));
    }
  }
}
