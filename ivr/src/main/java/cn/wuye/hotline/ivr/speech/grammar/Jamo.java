package cn.wuye.hotline.ivr.speech.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sound of a Hangul syllable.
 *
 * @param place whether it begins the syllable, carries it or ends it
 */
record Jamo(Place place, char letter) {
  enum Place {
    BEGIN,
    VOWEL,
    END
  }

  private static final String BEGINS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String ENDS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;

  private static final List<Set<Character>> NEAR_CONSONANTS =
      sets("ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅅㅆ", "ㅈㅉㅊ", "ㄴㄹ", "ㅅㅈㅊ", "ㅎㅍ");
  private static final List<Set<Character>> NEAR_VOWELS =
      sets("ㅏㅑㅘ", "ㅓㅕㅝ", "ㅗㅛ", "ㅜㅠㅟ", "ㅐㅔㅖㅒㅙㅞㅚ", "ㅡㅣㅢㅟ", "ㅓㅗ", "ㅓㅡ", "ㅜㅗ");
  private static final List<Set<Character>> NEAR_ENDS = sets("ㄴㅇㅁ");

  private static final EditDistance<Jamo> DISTANCE =
      new EditDistance<>(Jamo::replace, Jamo::leaveOut);

  /** The syllable of three letters; a space for no end. */
  static char syllable(char begin, char vowel, char end) {
    int index = (BEGINS.indexOf(begin) * VOWELS.length() + VOWELS.indexOf(vowel)) * ENDS.length();
    return (char) (FIRST_SYLLABLE + index + ENDS.indexOf(end));
  }

  /** The letters of all Hangul syllables in a text. */
  static List<Jamo> of(String text) {
    List<Jamo> letters = new ArrayList<>();
    for (char c : text.toCharArray()) {
      if (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE) {
        int index = c - FIRST_SYLLABLE;
        int end = index % ENDS.length();
        int open = index / ENDS.length();
        letters.add(new Jamo(Place.BEGIN, BEGINS.charAt(open / VOWELS.length())));
        letters.add(new Jamo(Place.VOWEL, VOWELS.charAt(open % VOWELS.length())));
        if (end > 0) {
          letters.add(new Jamo(Place.END, ENDS.charAt(end)));
        }
      }
    }
    return letters;
  }

  /** 0 for the same sounds, 1 for nothing in common. */
  static double distance(List<Jamo> some, List<Jamo> others) {
    return DISTANCE.between(some, others);
  }

  private static double replace(Jamo one, Jamo other) {
    if (one.equals(other)) {
      return 0;
    }
    if (one.place != other.place) {
      return 1;
    }
    return switch (one.place) {
      case BEGIN -> together(NEAR_CONSONANTS, one, other) ? 0.3 : 0.8;
      case VOWEL -> together(NEAR_VOWELS, one, other) ? 0.35 : 0.8;
      case END -> together(NEAR_ENDS, one, other) ? 0.3 : 0.6;
    };
  }

  private static double leaveOut(Jamo one) {
    boolean faint = one.place == Place.END || (one.place == Place.BEGIN && one.letter == 'ㅇ');
    return faint ? 0.4 : 0.7;
  }

  private static boolean together(List<Set<Character>> groups, Jamo one, Jamo other) {
    return groups.stream().anyMatch(s -> s.contains(one.letter) && s.contains(other.letter));
  }

  private static List<Set<Character>> sets(String... groups) {
    List<Set<Character>> sets = new ArrayList<>();
    for (String group : groups) {
      sets.add(Set.copyOf(group.chars().mapToObj(c -> (char) c).toList()));
    }
    return sets;
  }
}
