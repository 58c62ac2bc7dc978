package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** Faults in words, in one language. */
public final class FaultTexts {
  private final MessageSource messages;
  private final Locale locale;

  public FaultTexts(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /** What is wrong. */
  public String what(Fault fault) {
    return text("import.fault." + fault.code(), fault.argument());
  }

  /** What to do about it. */
  public String toDo(Fault fault) {
    return text("import.todo." + fault.code(), fault.argument());
  }

  /** The name of its sheet. */
  public String sheet(Fault fault) {
    return Coded.find(Sheet.class, fault.sheet())
        .map(sheet -> english() ? sheet.code() : sheet.zh())
        .orElse(fault.sheet());
  }

  /** The header of its column, with its letter. */
  public String column(Fault fault) {
    String header =
        Coded.find(Sheet.class, fault.sheet())
            .flatMap(sheet -> sheet.column(fault.column()))
            .map(column -> english() ? column.en() : column.zh())
            .orElse(fault.column());
    return fault.letter().isEmpty() ? header : header + " (" + fault.letter() + ")";
  }

  /** Any text. */
  public String text(String key, Object... arguments) {
    return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
  }

  private boolean english() {
    return locale.getLanguage().equals("en");
  }
}
