package cn.wuye.hotline.ivr.evaluation;

/** By how many characters a text differs from what was said; punctuation and spaces aside. */
final class CharacterErrors {
  private CharacterErrors() {}

  static int length(String text) {
    return plain(text).length;
  }

  /** How many characters are to be replaced, left out or put in. */
  static int between(String said, String heard) {
    int[] some = plain(said);
    int[] others = plain(heard);
    int[] row = new int[others.length + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 0; i < some.length; i++) {
      int diagonal = row[0];
      row[0] = i + 1;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (some[i] == others[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[others.length];
  }

  private static int[] plain(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).toArray();
  }
}
