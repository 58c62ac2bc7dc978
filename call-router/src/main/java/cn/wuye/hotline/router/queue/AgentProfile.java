package cn.wuye.hotline.router.queue;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who can take calls.
 *
 * @param extension of the phone, {@code 1001}
 * @param estates whose callers she is for; empty for all
 */
public record AgentProfile(String extension, Set<Skill> skills, Set<String> estates) {
  private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,10}");

  public AgentProfile {
    skills = Set.copyOf(skills);
    estates = Set.copyOf(estates);
    if (!EXTENSION.matcher(extension).matches()) {
      throw new IllegalArgumentException("no extension: '" + extension + "'");
    }
  }

  /** The phone as Asterisk dials it. */
  public String device() {
    return "PJSIP/" + extension;
  }

  /** The extension of a {@link #device}: {@code 1001} of {@code PJSIP/1001}. */
  public static String extensionOf(String device) {
    return device.substring(device.lastIndexOf('/') + 1);
  }
}
