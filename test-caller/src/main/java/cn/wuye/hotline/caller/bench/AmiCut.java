package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The manager interface of an instance's Asterisk is away, for everybody or for the application
 * alone, until this is closed.
 */
final class AmiCut implements AutoCloseable {
  private static final String ON = "enabled = yes";
  private static final String OFF = "enabled = no";

  /** User, address, start, elapsed, and the session's number. */
  private static final Pattern SESSION =
      Pattern.compile("(?m)^\\S+\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\d+)\\s");

  private static final String APPLICATION = "[hotline]";
  private static final String NOBODY = "[nobody]";

  private final Instance instance;
  private final Path conf;
  private final String there;
  private final String away;

  private AmiCut(Instance instance, String there, String away) {
    this.instance = instance;
    this.conf = instance.home().resolve("asterisk/etc/manager.conf");
    this.there = there;
    this.away = away;
  }

  static AmiCut of(Instance instance) throws IOException {
    return new AmiCut(instance, ON, OFF).begin("");
  }

  /** Callers' own connection stays. */
  static AmiCut ofApplication(Instance instance) throws IOException {
    return new AmiCut(instance, APPLICATION, NOBODY).begin("hotline ");
  }

  private AmiCut begin(String user) throws IOException {
    turn(there, away);
    Matcher session = SESSION.matcher(instance.run("asterisk", "cli", "manager show connected"));
    while (session.find()) {
      if (session.group().startsWith(user)) {
        instance.run("asterisk", "cli", "manager kick session " + session.group(1));
      }
    }
    return this;
  }

  private void turn(String from, String to) throws IOException {
    String before = Files.readString(conf);
    if (!before.contains(from)) {
      throw new IOException(conf + " does not say '" + from + "'");
    }
    Files.writeString(conf, before.replace(from, to));
    instance.run("asterisk", "cli", "manager reload");
  }

  @Override
  public void close() throws IOException {
    turn(away, there);
  }
}
