package cn.wuye.hotline.ivr.dialect;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Text in simplified characters. */
public final class SimplifiedText {
  private static final Map<Integer, String> SIMPLIFIED = new ConcurrentHashMap<>();

  private SimplifiedText() {}

  /** The same text, a character at a time; what is not traditional stays as it is. */
  public static String of(String text) {
    StringBuilder simplified = new StringBuilder(text.length());
    text.codePoints().forEach(c -> simplified.append(of(c)));
    return simplified.toString();
  }

  private static String of(int character) {
    return SIMPLIFIED.computeIfAbsent(
        character, c -> ZhConverterUtil.toSimple(Character.toString(c)));
  }
}
