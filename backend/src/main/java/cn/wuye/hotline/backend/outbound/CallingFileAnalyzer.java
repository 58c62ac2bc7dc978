package cn.wuye.hotline.backend.outbound;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a file of calling hours that keeps the application from starting. */
final class CallingFileAnalyzer extends AbstractFailureAnalyzer<CallingFile.Refused> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CallingFile.Refused cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Correct the file, whose form is that of docs/examples/calling-any-time.yml, or name another"
            + " one; without "
            + CallingFile.VARIABLE
            + " the shipped hours hold.",
        cause);
  }
}
