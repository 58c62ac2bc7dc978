package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.moving.table.Guard;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row and notes everything that is wrong with them. */
final class Cells {
  // Some hundred numbers, as a household or a company has them.
  private static final int MAX_PHONES = 4_000;

  private final StagedRow row;
  private final Check check;
  private final List<Fault> faults;

  Cells(StagedRow row, Check check, List<Fault> faults) {
    this.row = row;
    this.check = check;
    this.faults = faults;
  }

  /** The text of a cell; empty string when there is none or it is wrong. */
  String text(String column, int maximum) {
    String raw = row.cell(column);
    if (Guard.formula(raw)) {
      fault(column, "formula", "");
      return "";
    }
    String text = Guard.unguarded(raw);
    if (Text.length(text) > maximum) {
      fault(column, "too-long", Integer.toString(maximum));
      return "";
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      fault(column, "control-character", "");
      return "";
    }
    return text;
  }

  /** The same, and it must be there. */
  String required(String column, int maximum) {
    if (row.cell(column).isEmpty()) {
      fault(column, "required", "");
    }
    return text(column, maximum);
  }

  /** Null when there is none or it is wrong. */
  @Nullable Integer number(String column, int minimum, int maximum) {
    String text = text(column, 20);
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("-?[0-9]{1,9}(\\.0+)?")) {
      int number = Integer.parseInt(text.replaceFirst("\\..*", ""));
      if (number >= minimum && number <= maximum) {
        return number;
      }
    }
    fault(column, "number", minimum + "–" + maximum);
    return null;
  }

  /** Numbers separated by ; , 、 / or blanks. */
  List<PhoneNumber> phones(String column) {
    List<PhoneNumber> phones = new ArrayList<>();
    for (String part : text(column, MAX_PHONES).split("[;；,，、/|\\s]+")) {
      if (!part.isEmpty()) {
        Optional<PhoneNumber> number = Phones.read(part);
        number.filter(known -> !phones.contains(known)).ifPresent(phones::add);
        if (number.isEmpty()) {
          fault(column, "phone", part);
        }
      }
    }
    return phones;
  }

  /** Null when there is none or it is wrong. */
  @Nullable PhoneNumber phone(String column) {
    String text = text(column, 60);
    if (text.isEmpty()) {
      return null;
    }
    Optional<PhoneNumber> number = Phones.read(text);
    if (number.isEmpty()) {
      fault(column, "phone", text);
    }
    return number.orElse(null);
  }

  /** A code, by code or name; empty string when there is none or it is unknown. */
  String code(String column, CodeNames names) {
    String text = text(column, 60);
    if (text.isEmpty()) {
      return "";
    }
    Optional<String> code = names.code(text);
    if (code.isEmpty()) {
      fault(column, "code", names.offered());
    }
    return code.orElse("");
  }

  /** Null when there is none or it is wrong; a day alone begins at midnight. */
  @Nullable Instant time(String column) {
    String text = text(column, 60);
    if (text.isEmpty()) {
      return null;
    }
    Optional<Instant> time = Times.read(text);
    if (time.isEmpty()) {
      fault(column, "time", "");
    } else if (time.get().isAfter(check.now().plusSeconds(86_400))) {
      fault(column, "future", "");
    }
    return time.orElse(null);
  }

  /** The estate named; null when there is none or it is unknown. */
  EstateIndex.@Nullable Known estate(String column) {
    String name = text(column, 60);
    if (name.isEmpty()) {
      return null;
    }
    Optional<EstateIndex.Known> known = check.estates().find(name);
    if (known.isEmpty()) {
      fault(column, "estate", name);
    }
    return known.orElse(null);
  }

  /** Notes that something is wrong. */
  void fault(String column, String code, String argument) {
    faults.add(
        new Fault(
            row.sheet().code(),
            row.number(),
            column,
            check.letter(column),
            Guard.unguarded(row.cell(column)),
            code,
            argument,
            false));
  }
}
