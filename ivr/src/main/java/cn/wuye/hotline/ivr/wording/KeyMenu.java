package cn.wuye.hotline.ivr.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the keys 2–9 mean in the question for the problem. 1 is an emergency, 0 a person, * repeats;
 * those are the same everywhere.
 */
public record KeyMenu(List<Key> keys) {
  /** Target of a key that asks what became of a ticket. */
  public static final String PROGRESS = "progress";

  /** Target of a key that asks for a person, besides 0. */
  public static final String PERSON = "person";

  public static final KeyMenu SHIPPED =
      new KeyMenu(
          List.of(
              new Key("2", "facilities", "修东西"),
              new Key("3", "environment", "卫生"),
              new Key("4", "security", "安全停车"),
              new Key("5", "fees", "收费"),
              new Key("6", "other", "其他"),
              new Key("7", PROGRESS, "查进度")));

  /**
   * One key.
   *
   * @param key {@code 2}–{@code 9}
   * @param target code of a category, {@value #PROGRESS} or {@value #PERSON}
   * @param label as it is read out and stands in the ticket
   */
  public record Key(String key, String target, String label) {
    /** Whether it stands for a category. */
    public boolean category() {
      return !target.equals(PROGRESS) && !target.equals(PERSON);
    }
  }

  public KeyMenu {
    keys = List.copyOf(keys);
  }

  /** What a key means; empty when it means nothing. */
  public Optional<Key> find(String digits) {
    return keys.stream().filter(each -> each.key().equals(digits)).findFirst();
  }

  /** The words that read out all keys, for {@code ask-problem-keys}. */
  String allKeys() {
    return "对不起，没有听懂。请按键选择。" + read(keys) + "紧急情况按1，找人按0。";
  }

  /** The words that read out the categories, for {@code ask-category}. */
  String categoryKeys() {
    return "好的，您的话已经录下来了。请按键选一下。" + read(keys.stream().filter(Key::category).toList());
  }

  private static String read(List<Key> keys) {
    return keys.stream()
        .map(each -> each.label() + "按" + each.key())
        .collect(Collectors.joining("，", "", "。"));
  }
}
