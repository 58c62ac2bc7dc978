package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.estate.DutyRole;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.resident.DialectCodes;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything that is kept as a code, with its names in both languages. */
@Component
class KnownCodes {
  /** Of a resident whose dialect is not known; an empty cell leaves what is there. */
  static final String UNKNOWN_DIALECT = "unknown";

  /** How Sichuanese was written in files of an earlier version. */
  private static final String SICHUAN_BEFORE = "cmn-sichuan";

  private final MessageSource messages;
  private final Categories categories;

  KnownCodes(MessageSource messages, Categories categories) {
    this.messages = messages;
    this.categories = categories;
  }

  CodeNames channels() {
    return of("channel", Channel.class);
  }

  CodeNames kinds() {
    return of("kind", Kind.class);
  }

  CodeNames urgencies() {
    return of("urgency", Urgency.class);
  }

  CodeNames states() {
    return of("state", State.class);
  }

  CodeNames dutyRoles() {
    return of("duty-role", DutyRole.class);
  }

  CodeNames dialects() {
    CodeNames names = new CodeNames();
    for (String code : DialectCodes.ALL) {
      names.with(
          code,
          Stream.concat(
                  Stream.of(
                      name("dialect." + code, Locale.CHINESE),
                      name("dialect." + code, Locale.ENGLISH)),
                  otherNames(code))
              .toArray(String[]::new));
    }
    return names;
  }

  private static Stream<String> otherNames(String dialect) {
    Stream<String> before =
        dialect.equals("cmn-SC") ? Stream.of(SICHUAN_BEFORE) : Stream.<String>empty();
    return Stream.concat(
        before,
        Dialects.shipped().find(dialect).map(Dialect::called).stream().flatMap(List::stream));
  }

  /** The same, and that it is not known. */
  CodeNames preferredDialects() {
    return dialects().with(UNKNOWN_DIALECT, "未知", "unknown");
  }

  CodeNames yesAndNo() {
    return new CodeNames().with("true", "是", "yes", "1", "对").with("false", "否", "no", "0");
  }

  CodeNames categoryNames() {
    CodeNames names = new CodeNames();
    categories.all().forEach(category -> names.with(category.code(), category.zh(), category.en()));
    return names;
  }

  /** The sub-categories of a category. */
  CodeNames subcategories(String category) {
    CodeNames names = new CodeNames();
    categories
        .find(category)
        .map(Category::subcategories)
        .ifPresent(subs -> subs.forEach(sub -> names.with(sub.code(), sub.zh(), sub.en())));
    return names;
  }

  private <E extends Enum<E> & Coded> CodeNames of(String group, Class<E> type) {
    CodeNames names = new CodeNames();
    for (E constant : type.getEnumConstants()) {
      String key = group + "." + constant.code();
      names.with(constant.code(), name(key, Locale.CHINESE), name(key, Locale.ENGLISH));
    }
    return names;
  }

  private String name(String key, Locale locale) {
    return java.util.Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
  }
}
