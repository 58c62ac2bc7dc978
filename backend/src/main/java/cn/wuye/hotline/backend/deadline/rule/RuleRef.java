package cn.wuye.hotline.backend.deadline.rule;

/** A version of a rule, as a clock remembers it. */
public record RuleRef(String id, int version) {
  @Override
  public String toString() {
    return id + " v" + version;
  }
}
