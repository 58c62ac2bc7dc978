package cn.wuye.hotline.backend.problem;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.problem.Problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the values of a request and tells all that are wrong at once. */
public final class FieldCheck {
  private final List<FieldProblem> problems = new ArrayList<>();

  /** Must be there. */
  public FieldCheck required(String field, @Nullable Object value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      wrong(field, "required");
    }
    return this;
  }

  /** At most so many characters, none of which is a control character. */
  public FieldCheck text(String field, @Nullable String value, int maximum) {
    if (value != null && Text.length(value) > maximum) {
      wrong(field, "too-long", maximum, Text.length(value));
    }
    if (value != null
        && value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
      wrong(field, "control-character");
    }
    return this;
  }

  /** A whole number within limits. */
  public FieldCheck between(String field, int value, int minimum, int maximum) {
    if (value < minimum || value > maximum) {
      wrong(field, "range", minimum, maximum);
    }
    return this;
  }

  /** Reads a value; one that cannot be read is told and gives null, like one that is not there. */
  public <T> @Nullable T parsed(
      String field, @Nullable String value, Function<String, T> parser, String expected) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      wrong(field, "format", expected);
      return null;
    }
  }

  /** Reads a code. */
  public <E extends Enum<E> & Coded> @Nullable E coded(
      String field, @Nullable String value, Class<E> type) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    @Nullable E found = Coded.find(type, value).orElse(null);
    if (found == null) {
      wrong(field, "code", value, Coded.codes(type));
    }
    return found;
  }

  /** One more wrong value. */
  public FieldCheck wrong(String field, String code, Object... arguments) {
    problems.add(FieldProblem.of(field, code, arguments));
    return this;
  }

  /**
   * Ends the request when something was wrong.
   *
   * @throws ProblemException with all wrong values
   */
  public void done() {
    if (!problems.isEmpty()) {
      throw Problem.ofFields(problems).exception();
    }
  }
}
