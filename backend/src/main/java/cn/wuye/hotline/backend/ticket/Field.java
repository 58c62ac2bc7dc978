package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Contents}, as the timeline and the conflict messages name them. */
public enum Field implements Coded {
  KIND("kind", c -> c.subject().kind().code()),
  CATEGORY("category", c -> c.subject().category()),
  SUBCATEGORY("subcategory", c -> c.subject().subcategory()),
  URGENCY("urgency", c -> c.subject().urgency().code()),
  ESTATE("estate", c -> c.place().estateId()),
  BUILDING("building", c -> c.place().building()),
  UNIT("unit", c -> c.place().unit()),
  ROOM("room", c -> c.place().room()),
  PLACE_WORDS("place-words", c -> c.place().words()),
  RESIDENT("resident", c -> c.reporter().residentId()),
  REPORTER_NAME("reporter-name", c -> c.reporter().name()),
  /** Masked: the timeline is read by more people than may see the number. */
  REPORTER_PHONE("reporter-phone", c -> masked(c.reporter().phone())),
  TEXT("text", Contents::text),
  UNFINISHED("unfinished", Contents::unfinished),
  NEEDS_TRANSCRIPT("needs-transcript", Contents::needsTranscript);

  private final String code;
  private final Function<Contents, @Nullable Object> getter;

  Field(String code, Function<Contents, @Nullable Object> getter) {
    this.code = code;
    this.getter = getter;
  }

  @Override
  public String code() {
    return code;
  }

  @Nullable Object get(Contents contents) {
    return getter.apply(contents);
  }

  private static @Nullable String masked(@Nullable PhoneNumber phone) {
    return phone == null ? null : phone.masked();
  }
}
