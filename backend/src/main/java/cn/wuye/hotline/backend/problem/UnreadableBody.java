package cn.wuye.hotline.backend.problem;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.problem.Problem.FieldProblem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** A body that cannot be read, and where in it the reason is. */
final class UnreadableBody {
  private UnreadableBody() {}

  static Problem problem(HttpMessageNotReadableException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof StreamReadException broken) {
      return broken(broken);
    }
    if (cause instanceof JacksonException wrong && !wrong.getPath().isEmpty()) {
      return Problem.ofFields(List.of(field(wrong)));
    }
    if (cause instanceof MismatchedInputException) {
      return Problem.of(HttpStatus.BAD_REQUEST, "body-not-an-object");
    }
    if (cause instanceof JacksonException broken) {
      return broken(broken);
    }
    return Problem.of(HttpStatus.BAD_REQUEST, "body-missing");
  }

  private static Problem broken(JacksonException failure) {
    TokenStreamLocation at = failure.getLocation();
    return at == null
        ? Problem.of(HttpStatus.BAD_REQUEST, "body-broken", "?", "?")
        : Problem.of(HttpStatus.BAD_REQUEST, "body-broken", at.getLineNr(), at.getColumnNr());
  }

  private static FieldProblem field(JacksonException failure) {
    String path = path(failure);
    if (failure instanceof PropertyBindingException unknown) {
      return FieldProblem.of(
          path,
          "unknown",
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    if (failure instanceof InvalidFormatException value && value.getTargetType().isEnum()) {
      return FieldProblem.of(
          path, "code", String.valueOf(value.getValue()), codes(value.getTargetType()));
    }
    if (failure instanceof ValueInstantiationException
        || (failure instanceof InvalidFormatException format
            && format.getValue() instanceof String)) {
      return FieldProblem.of(path, "value");
    }
    return FieldProblem.of(
        path, "type", failure instanceof MismatchedInputException m ? type(m.getTargetType()) : "");
  }

  private static String path(JacksonException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static String codes(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant instanceof Coded coded ? coded.code() : constant.toString())
        .collect(Collectors.joining(", "));
  }

  private static String type(Class<?> type) {
    if (type == String.class) {
      return "string";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "boolean";
    }
    if (Number.class.isAssignableFrom(type) || type == long.class || type == int.class) {
      return "number";
    }
    return type.isEnum() ? "string" : "object";
  }
}
