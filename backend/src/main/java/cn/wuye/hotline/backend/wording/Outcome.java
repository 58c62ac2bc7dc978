package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.ivr.wording.Finding;
import java.util.List;

/** What became of the wish to write a version or to change the live one. */
public sealed interface Outcome {
  /**
   * It is done.
   *
   * @param version the version that was written or is live now
   * @param warnings what is worth a second look
   */
  record Done(long version, List<Finding> warnings) implements Outcome {
    public Done {
      warnings = List.copyOf(warnings);
    }
  }

  /** Somebody else was faster; nothing was changed. */
  record Stale() implements Outcome {}

  /** Nothing was changed, because of an error among the findings. */
  record Invalid(List<Finding> findings) implements Outcome {
    public Invalid {
      findings = List.copyOf(findings);
    }
  }
}
