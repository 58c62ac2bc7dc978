package cn.wuye.hotline.backend.estate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** An estate's id. In the API and in the ports of ivr it is a string of digits. */
public record EstateId(long value) {
  public EstateId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an estate id: " + value);
    }
  }

  /** Empty when the text is no id. */
  public static Optional<EstateId> find(String text) {
    return text.matches("[1-9][0-9]{0,17}") ? Optional.of(parse(text)) : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException when it is not a positive number
   */
  @JsonCreator
  public static EstateId parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not an estate id: '" + text + "'");
    }
    return new EstateId(Long.parseLong(text));
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
