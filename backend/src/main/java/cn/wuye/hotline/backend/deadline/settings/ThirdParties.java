package cn.wuye.hotline.backend.deadline.settings;

/** The companies that a rule can be for, which the dispatch knows. */
public interface ThirdParties {
  /** Whether there is one with this code. */
  boolean knows(String code);
}
