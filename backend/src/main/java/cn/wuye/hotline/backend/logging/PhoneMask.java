package cn.wuye.hotline.backend.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the middle of everything in a text that looks like a Chinese phone number: mobile numbers,
 * also in groups, and landline numbers with their area code. Longer or shorter runs of digits
 * (ticket numbers, call ids, times) are left alone.
 */
public final class PhoneMask {
  private static final String MOBILE = "(?<mobile>1[3-9][0-9])(?<gap>[ -]?)[0-9]{4}\\k<gap>";
  private static final String LANDLINE = "(?<area>0(?:10|2[0-9]|[3-9][0-9]{2})-?)[0-9]{3,4}";

  /** A decimal fraction or an epoch with one is no number; a country code may stand before one. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?<![0-9]\\.)(?<country>(?:\\+|00)?86[ -]?)?(?:"
              + MOBILE
              + "|"
              + LANDLINE
              + ")(?<end>[0-9]{4})(?![0-9])");

  private PhoneMask() {}

  /** The text with the middle of every telephone number hidden. */
  public static String masked(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    do {
      String begin = number.group("mobile") == null ? number.group("area") : number.group("mobile");
      String country = number.group("country") == null ? "" : number.group("country");
      number.appendReplacement(
          masked, Matcher.quoteReplacement(country + begin + "****" + number.group("end")));
    } while (number.find());
    return number.appendTail(masked).toString();
  }
}
