package cn.wuye.hotline.ivr.speech.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mandarin spelled in Hangul by ear, from the table {@code speech/hangul.tsv}: 电梯 → 뎬 티. */
final class Hangul {
  private static final Set<String> BUZZING = Set.of("zh", "ch", "sh", "r", "z", "c", "s");

  private final Map<String, String> initials = new HashMap<>();
  private final Map<String, String> rimes = new HashMap<>();
  private final ModelWords words;

  Hangul(ModelWords words) {
    this.words = words;
    for (String[] row : DataTable.rows("hangul.tsv", 3)) {
      (row[0].equals("initial") ? initials : rimes).put(row[1].equals("-") ? "" : row[1], row[2]);
    }
  }

  /** The syllables, or empty when the model does not know one of them. */
  Optional<List<String>> spell(String chinese) {
    List<Syllable> syllables = Pinyin.of(chinese);
    if (syllables.isEmpty() || syllables.size() != chinese.length()) {
      return Optional.empty();
    }
    List<String> spelled = new ArrayList<>();
    for (Syllable syllable : syllables) {
      Optional<List<String>> one = spell(syllable);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      spelled.addAll(one.get());
    }
    return Optional.of(spelled);
  }

  /** One or two Hangul syllables: 坏 → 화 이. */
  private Optional<List<String>> spell(Syllable syllable) {
    String begin = initials.get(syllable.initial());
    String rime = rimes.get(rimeKey(syllable));
    if (begin == null || rime == null) {
      return Optional.empty();
    }
    List<String> spelled = new ArrayList<>();
    String[] parts = rime.split("\\+", -1);
    char end = parts[0].length() > 1 ? parts[0].charAt(1) : ' ';
    spelled.add(String.valueOf(Jamo.syllable(begin.charAt(0), parts[0].charAt(0), end)));
    for (int i = 1; i < parts.length; i++) {
      spelled.add(parts[i]);
    }
    return spelled.stream().allMatch(words::has) ? Optional.of(spelled) : Optional.empty();
  }

  private String rimeKey(Syllable syllable) {
    if (syllable.initial().isEmpty() && rimes.containsKey("-" + syllable.rime())) {
      return "-" + syllable.rime();
    }
    // After zh, z and their like the letter i is another vowel.
    boolean buzzing = BUZZING.contains(syllable.initial()) && syllable.rime().equals("i");
    return buzzing ? "ih" : syllable.rime();
  }
}
