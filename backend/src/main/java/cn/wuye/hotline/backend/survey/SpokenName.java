package cn.wuye.hotline.backend.survey;

import java.util.regex.Pattern;

/** By what name a resident is greeted on the phone. */
public final class SpokenName {
  /**
   * Only a name that can be spoken to her: a bare name would be rude, and may be somebody else's.
   */
  private static final Pattern ADDRESS = Pattern.compile(".{1,4}(女士|先生|小姐|阿姨|叔叔|老师|太太)");

  private SpokenName() {}

  /** The name itself, or the empty string. */
  public static String of(String name) {
    return ADDRESS.matcher(name).matches() ? name : "";
  }
}
