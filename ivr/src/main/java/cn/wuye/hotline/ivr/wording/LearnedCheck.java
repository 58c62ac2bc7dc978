package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.wording.Finding.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks learned spellings. */
final class LearnedCheck {
  /** A single syllable is heard in any noise. */
  private static final Pattern SPELLING = Pattern.compile("\\p{IsHan}{2,20}");

  private static final Set<String> DIALECTS =
      Dialects.shipped().all().stream().map(Dialect::code).collect(Collectors.toUnmodifiableSet());

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private LearnedCheck() {}

  static List<Finding> of(List<LearnedPhrase> learned) {
    LearnedCheck check = new LearnedCheck();
    learned.forEach(check::phrase);
    return check.findings;
  }

  private void phrase(LearnedPhrase each) {
    String field = "learned." + each.phrase();
    if (!DIALECTS.contains(each.dialect())) {
      findings.add(Finding.of(field, Code.DIALECT_UNKNOWN, each.dialect()));
    }
    PhraseCheck.of(field, each.phrase()).ifPresent(findings::add);
    int count = each.spellings().size();
    if (count > LearnedPhrase.MOST_SPELLINGS) {
      findings.add(Finding.of(field, Code.TOO_MUCH, LearnedPhrase.MOST_SPELLINGS, count));
    }
    if (count == 0) {
      findings.add(Finding.of(field, Code.TEXT_EMPTY));
    }
    once(field, each, each.phrase());
    for (String spelling : each.spellings()) {
      if (!SPELLING.matcher(spelling).matches()) {
        findings.add(Finding.of(field, Code.PHRASE_UNREADABLE, spelling));
      }
      once(field, each, spelling);
    }
  }

  /** What means two things would be taken for the first of them. */
  private void once(String field, LearnedPhrase each, String words) {
    if (!seen.add(each.dialect() + " " + words)) {
      findings.add(Finding.of(field, Code.PHRASE_TWICE, words));
    }
  }
}
