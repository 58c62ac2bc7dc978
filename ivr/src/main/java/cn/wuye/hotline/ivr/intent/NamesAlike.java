package cn.wuye.hotline.ivr.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of different estates that sound the same, to some callers at least. */
public final class NamesAlike {
  private NamesAlike() {}

  /**
   * One name of an estate that another has as well.
   *
   * @param name as one estate has it
   * @param other as the other has it, which comes first in the list; perhaps written the same
   */
  public record Pair(EstateNames estate, String name, EstateNames otherEstate, String other) {}

  /** Every name that sounds like one of an estate before it, tones and accents aside. */
  public static List<Pair> of(List<EstateNames> estates) {
    record Named(EstateNames estate, String name) {}
    Map<List<String>, Named> bySound = new LinkedHashMap<>();
    List<Pair> alike = new ArrayList<>();
    for (EstateNames estate : estates) {
      for (String name : estate.names()) {
        Named first = bySound.putIfAbsent(sound(name), new Named(estate, name));
        if (first != null && !first.estate.id().equals(estate.id())) {
          alike.add(new Pair(estate, name, first.estate, first.name));
        }
      }
    }
    return alike;
  }

  private static List<String> sound(String name) {
    Utterance utterance = Utterance.of(name);
    List<String> sound = new ArrayList<>();
    for (int i = 0; i < utterance.length(); i++) {
      Sound each = utterance.at(i);
      sound.add(each.folded().isEmpty() ? String.valueOf(each.written()) : each.folded().get(0));
    }
    return sound;
  }
}
