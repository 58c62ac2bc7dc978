package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, durations and places, put together from the catalogue's pieces by the rules of Chinese.
 */
public final class Pieces {
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4})(号楼|栋|幢|座|单元|层|室)");
  private static final Pattern PLACE_FIRST = Pattern.compile("(\\d{1,4}(?:号楼|栋|幢|座|单元))(.*)");
  private static final Map<String, String> SUFFIXES =
      Map.of(
          "号楼", "place-haolou",
          "栋", "place-dong",
          "幢", "place-zhuang",
          "座", "place-zuo",
          "单元", "place-danyuan",
          "层", "place-ceng",
          "室", "place-shi");

  private final PromptCatalogue catalogue;

  public Pieces(PromptCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Digit by digit, with a short pause after every fourth: ticket, room and telephone numbers. */
  public List<Piece> digits(String digits) {
    List<Piece> pieces = new ArrayList<>();
    for (String key : ChineseNumbers.digits(digits)) {
      if (!pieces.isEmpty() && pieces.size() % 5 == 4) {
        pieces.add(catalogue.piece("pause"));
      }
      pieces.add(catalogue.piece(key));
    }
    return pieces;
  }

  /** A plain number, 0–99999. */
  public List<Piece> number(int value) {
    return pieces(ChineseNumbers.number(value));
  }

  /** A number before what is counted: 两, 十二. */
  public List<Piece> count(int value) {
    return pieces(ChineseNumbers.count(value));
  }

  /**
   * A length of time, rounded up to what people say: 五分钟, 半个小时, 两个小时, 三天.
   *
   * @param duration more than zero
   */
  public List<Piece> duration(Duration duration) {
    long minutes = Math.max(1, (duration.toSeconds() + 59) / 60);
    if (minutes == 30) {
      return pieces(List.of("number-half", "unit-hours"));
    }
    if (minutes < 60 || (minutes < 120 && minutes % 60 != 0)) {
      return counted((int) minutes, "unit-minutes");
    }
    long hours = (minutes + 59) / 60;
    if (hours <= 24) {
      return counted((int) hours, "unit-hours");
    }
    return counted((int) ((hours + 23) / 24), "unit-days");
  }

  /**
   * A building, unit or room: 3号楼 is said 三号楼, 502室 digit by digit; a name that is no number is
   * spoken as it is. Nothing for an empty name.
   */
  public List<Piece> place(String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    Matcher numbered = NUMBERED.matcher(name);
    if (!numbered.matches()) {
      return List.of(new Spoken(name));
    }
    String number = numbered.group(1);
    List<Piece> pieces = new ArrayList<>();
    if (number.length() > 2) {
      pieces.addAll(pieces(ChineseNumbers.digits(number)));
    } else {
      pieces.addAll(number(Integer.parseInt(number)));
    }
    pieces.add(catalogue.piece(SUFFIXES.getOrDefault(numbered.group(2), "place-haolou")));
    return pieces;
  }

  /**
   * Words that may begin with a numbered place: of 3号楼停电 the 三号楼 is put together from pieces, so
   * that it is said like everywhere else.
   */
  public List<Piece> beginningWithPlace(String words) {
    Matcher place = PLACE_FIRST.matcher(words);
    if (!place.matches()) {
      return List.of(new Spoken(words));
    }
    List<Piece> pieces = new ArrayList<>(place(place.group(1)));
    if (!place.group(2).isEmpty()) {
      pieces.add(new Spoken(place.group(2)));
    }
    return pieces;
  }

  /** A date: 三月五号. */
  public List<Piece> date(LocalDate day) {
    List<Piece> pieces = new ArrayList<>(number(day.getMonthValue()));
    pieces.add(catalogue.piece("unit-month"));
    pieces.addAll(number(day.getDayOfMonth()));
    pieces.add(catalogue.piece("unit-day"));
    return pieces;
  }

  /**
   * A moment to come, to the minute: 十八点, 十八点半, 明天八点零五分, 三月五号八点.
   *
   * @param today the day on which it is said
   */
  public List<Piece> moment(LocalDateTime moment, LocalDate today) {
    List<Piece> pieces = new ArrayList<>();
    LocalDate day = moment.toLocalDate();
    if (day.equals(today.plusDays(1))) {
      pieces.add(catalogue.piece("unit-tomorrow"));
    } else if (!day.equals(today)) {
      pieces.addAll(date(day));
    }
    pieces.addAll(pieces(ChineseNumbers.count(moment.getHour())));
    pieces.add(catalogue.piece("unit-clock"));
    int minute = moment.getMinute();
    if (minute == 30) {
      pieces.add(catalogue.piece("number-half"));
    } else if (minute > 0) {
      if (minute < 10) {
        pieces.add(catalogue.piece("number-0"));
      }
      pieces.addAll(number(minute));
      pieces.add(catalogue.piece("unit-minute"));
    }
    return pieces;
  }

  private List<Piece> counted(int value, String unit) {
    List<String> keys = new ArrayList<>(ChineseNumbers.count(value));
    keys.add(unit);
    return pieces(keys);
  }

  private List<Piece> pieces(List<String> keys) {
    return keys.stream().map(catalogue::piece).toList();
  }
}
