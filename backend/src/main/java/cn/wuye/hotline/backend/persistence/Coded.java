package cn.wuye.hotline.backend.persistence;

import java.util.Arrays;
import java.util.Optional;

/** An enum that is known outside Java by a code: in the database, the API, and files. */
public interface Coded {
  /** Lower case letters and '-', at most 24. Never changes once used. */
  String code();

  /** The constant with this code. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.code().equals(code)).findFirst();
  }

  /**
   * The constant with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    return find(type, code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no " + type.getSimpleName() + " has the code '" + code + "'"));
  }

  /** All codes, in their order, for messages. */
  static <E extends Enum<E> & Coded> String codes(Class<E> type) {
    return String.join(
        ", ", Arrays.stream(type.getEnumConstants()).map(Coded::code).toArray(String[]::new));
  }
}
