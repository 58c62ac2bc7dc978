package cn.wuye.hotline.backend.resident;

import java.util.List;

/** The dialects that a resident may prefer and that may be usual in an estate. */
public final class DialectCodes {
  /** BCP 47-like codes, in the order in which they are offered. */
  public static final List<String> ALL =
      List.of("cmn", "cmn-SC", "yue", "wuu", "nan", "hak", "hsn", "gan", "cjy", "cdo");

  /** What is usual in an estate of which nothing else is said. */
  public static final String MANDARIN = "cmn";

  /** What stands at a resident whose dialect is not known: that of her estate counts. */
  public static final String UNKNOWN = "";

  private DialectCodes() {}
}
