package cn.wuye.hotline.backend.message.template;

/**
 * What an SMS counts as. A single Chinese character makes all of them 16 bits wide: 70 in one
 * message, 67 in each of several.
 *
 * @param characters as the network counts them
 * @param segments how many messages are paid for
 */
public record SmsLength(int characters, int segments) {
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_DOUBLE = "^{}\\[~]|€";
  private static final int GSM_ONE = 160;
  private static final int GSM_MANY = 153;
  private static final int WIDE_ONE = 70;
  private static final int WIDE_MANY = 67;

  public static SmsLength of(String text) {
    int narrow = 0;
    for (char c : text.toCharArray()) {
      if (GSM_DOUBLE.indexOf(c) >= 0) {
        narrow += 2;
      } else if (GSM.indexOf(c) >= 0) {
        narrow++;
      } else {
        return counted(text.length(), WIDE_ONE, WIDE_MANY);
      }
    }
    return counted(narrow, GSM_ONE, GSM_MANY);
  }

  private static SmsLength counted(int characters, int one, int many) {
    return new SmsLength(characters, characters <= one ? 1 : (characters + many - 1) / many);
  }
}
