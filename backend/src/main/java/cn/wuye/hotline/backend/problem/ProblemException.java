package cn.wuye.hotline.backend.problem;

/** Carries a {@link Problem} to where it is answered. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.code() + " " + problem.arguments() + " " + problem.fields());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
