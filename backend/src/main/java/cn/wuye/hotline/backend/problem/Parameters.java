package cn.wuye.hotline.backend.problem;

import cn.wuye.hotline.backend.problem.Problem.FieldProblem;
import java.util.List;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Query and path parameters that are wrong. */
final class Parameters {
  private Parameters() {}

  static Problem mismatch(MethodArgumentTypeMismatchException failure) {
    Class<?> wanted = failure.getRequiredType();
    return Problem.ofFields(
        List.of(
            wanted == null
                ? FieldProblem.of(failure.getName(), "type", "")
                : FieldProblem.of(failure.getName(), "type", wanted.getSimpleName())));
  }

  static Problem missing(String name) {
    return Problem.ofFields(List.of(FieldProblem.of(name, "required")));
  }
}
