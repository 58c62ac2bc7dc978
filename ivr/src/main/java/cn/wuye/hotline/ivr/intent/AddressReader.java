package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.intent.Match.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds building, unit and room in what was said. */
final class AddressReader {
  private static final List<Suffix> SUFFIXES =
      List.of(
          new Suffix(Part.BUILDING, "号楼", "号楼"),
          new Suffix(Part.UNIT, "个单元", "单元"),
          new Suffix(Part.UNIT, "单元", "单元"),
          new Suffix(Part.BUILDING, "号院", "号楼"),
          new Suffix(Part.BUILDING, "栋", "栋"),
          new Suffix(Part.BUILDING, "幢", "幢"),
          new Suffix(Part.BUILDING, "座", "座"),
          new Suffix(Part.ROOM, "号房", ""),
          new Suffix(Part.ROOM, "室", ""),
          new Suffix(Part.ROOM, "房", ""),
          new Suffix(Part.FLOOR, "楼", "楼"),
          new Suffix(Part.FLOOR, "层", "楼"),
          new Suffix(Part.NUMBER, "号", ""));

  private AddressReader() {}

  private enum Part {
    BUILDING,
    UNIT,
    ROOM,
    FLOOR,
    NUMBER
  }

  private record Suffix(Part part, String said, String written) {
    /** Words of two syllables by sound, single ones only as written: they are too common. */
    boolean at(Utterance utterance, int index) {
      if (index + said.length() > utterance.length()) {
        return false;
      }
      double cost = 0;
      for (int i = 0; i < said.length(); i++) {
        cost += Sounds.of(said.charAt(i)).distance(utterance.at(index + i));
      }
      return cost <= (said.length() > 1 ? 2 * Sound.SAME_WITH_ACCENT : 0);
    }
  }

  /** One number with what followed it. */
  private record Numbered(Part part, String number, String suffix, int length, Span span) {}

  /** What was found and where it stood. */
  record Found(Address address, List<Span> spans) {}

  static Found read(Utterance utterance) {
    String building = "";
    String unit = "";
    String room = "";
    String floor = "";
    List<Span> spans = new ArrayList<>();
    for (Numbered each : numbers(utterance)) {
      boolean used = true;
      if (each.part == Part.BUILDING && building.isEmpty()) {
        building = each.number + each.suffix;
      } else if (each.part == Part.UNIT && unit.isEmpty()) {
        unit = each.number + each.suffix;
      } else if (each.part == Part.FLOOR && floor.isEmpty()) {
        floor = each.number + each.suffix;
      } else if (room.isEmpty()
          && (each.part == Part.ROOM
              || (each.part == Part.NUMBER && follows(spans, each) && each.length >= 3))) {
        room = each.number;
      } else {
        used = false;
      }
      if (used) {
        spans.add(each.span);
      }
    }
    boolean home = !building.isEmpty() || !unit.isEmpty();
    String place = !room.isEmpty() ? room : home ? floor : "";
    return new Found(new Address(building, unit, place), home ? List.copyOf(spans) : List.of());
  }

  /** A bare number belongs to an address only when it stands right after a part of one. */
  private static boolean follows(List<Span> spans, Numbered number) {
    return !spans.isEmpty() && number.span.from() - spans.get(spans.size() - 1).to() <= 1;
  }

  /** The numbers of an answer that is nothing but a number ("三", "五零二", "二 五零二"). */
  static List<String> bareNumbers(Utterance utterance) {
    return numbers(utterance).stream().map(Numbered::number).toList();
  }

  private static List<Numbered> numbers(Utterance utterance) {
    List<Numbered> found = new ArrayList<>();
    int i = 0;
    while (i < utterance.length()) {
      int end = endOfNumber(utterance, i);
      if (end == i) {
        i++;
        continue;
      }
      String numerals = utterance.written(i, end);
      Numbered next = numbered(utterance, numerals, i, end);
      found.add(next);
      i = next.span.to();
    }
    return found;
  }

  private static Numbered numbered(Utterance utterance, String numerals, int from, int end) {
    boolean letter = !Numerals.numeral(numerals.charAt(0));
    String number = letter ? numerals.toUpperCase(Locale.ROOT) : Numerals.digits(numerals);
    for (Suffix suffix : SUFFIXES) {
      if (suffix.at(utterance, end)) {
        Span span = new Span(from, end + suffix.said.length());
        return new Numbered(suffix.part, number, suffix.written, numerals.length(), span);
      }
    }
    return new Numbered(Part.NUMBER, number, "", numerals.length(), new Span(from, end));
  }

  private static int endOfNumber(Utterance utterance, int from) {
    char first = utterance.at(from).written();
    if (first >= 'a' && first <= 'z') {
      return from + 1;
    }
    int end = from;
    while (end < utterance.length() && Numerals.numeral(utterance.at(end).written())) {
      end++;
    }
    return end;
  }
}
