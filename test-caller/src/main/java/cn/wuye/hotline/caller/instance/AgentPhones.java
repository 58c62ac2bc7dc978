package cn.wuye.hotline.caller.instance;

import cn.wuye.hotline.caller.NotRunning;
import cn.wuye.hotline.caller.sip.SipPhone;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The telephones of agents of a running instance: the five that each has, or one more. Each has a
 * tone of its own.
 */
public final class AgentPhones implements AutoCloseable {
  /** How the one is called that is not shipped; the application must be told of it, too. */
  public static final String SIXTH = "1006";

  private static final List<String> SHIPPED = List.of("1001", "1002", "1003", "1004", "1005");
  private static final int LOWEST_HERTZ = 500;
  private static final int STEP_HERTZ = 130;
  private static final int PATIENCE_SECONDS = 20;

  private final List<SipPhone> phones = new ArrayList<>();

  private AgentPhones() {}

  /** Registers six. */
  public static AgentPhones six(Instance instance) throws IOException, NotRunning {
    addSixth(instance);
    return registered(instance, extensions());
  }

  /** Registers the five that are shipped. */
  public static AgentPhones five(Instance instance) throws IOException, NotRunning {
    return registered(instance, SHIPPED);
  }

  private static AgentPhones registered(Instance instance, List<String> extensions)
      throws IOException, NotRunning {
    AgentPhones all = new AgentPhones();
    try {
      Properties secrets = new Properties();
      try (Reader in = Files.newBufferedReader(instance.home().resolve("secrets/node.env"))) {
        secrets.load(in);
      }
      int port = 5060 + 100 * instance.number();
      int hertz = LOWEST_HERTZ;
      for (String extension : extensions) {
        String owner = extension.equals(SIXTH) ? SHIPPED.get(0) : extension;
        String password = secrets.getProperty("HOTLINE_AGENT_" + owner + "_PASSWORD", "");
        SipPhone phone = new SipPhone(extension, password, port, hertz);
        all.phones.add(phone);
        phone.register();
        hertz += STEP_HERTZ;
      }
      await(
          "the registration of the agents' phones",
          () -> all.phones.stream().allMatch(SipPhone::registered));
      return all;
    } catch (IOException e) {
      all.close();
      throw e;
    }
  }

  /** Of six. */
  public static List<String> extensions() {
    List<String> all = new ArrayList<>(SHIPPED);
    all.add(SIXTH);
    return all;
  }

  /** A copy of the first, under another name and with the same password. */
  private static void addSixth(Instance instance) throws IOException {
    Path file = instance.home().resolve("asterisk/etc/pjsip-agents.conf");
    String text = Files.readString(file);
    if (text.contains("[" + SIXTH + "]")) {
      return;
    }
    String first = SHIPPED.get(0);
    String section = text.substring(text.indexOf("[" + first + "]"), text.indexOf("[1002]"));
    Files.writeString(file, "\n" + section.replace(first, SIXTH) + "\n", StandardOpenOption.APPEND);
    instance.run("asterisk", "cli", "module reload res_pjsip.so");
  }

  public List<SipPhone> phones() {
    return List.copyOf(phones);
  }

  public SipPhone phone(String extension) {
    return phones.stream()
        .filter(phone -> phone.user().equals(extension))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phone " + extension));
  }

  /** Of all. */
  public int[] tones() {
    return phones.stream().mapToInt(SipPhone::hertz).toArray();
  }

  /** Signs one in by the keys of its phone, as soon as the application has told Asterisk of it. */
  public void signIn(Instance instance, SipPhone phone) throws IOException {
    Path desk = instance.home().resolve("asterisk/etc/queue-desk.conf");
    await(
        "the queues of " + phone.user(), () -> read(desk).contains("[agent-" + phone.user() + "]"));
    phone.dial("*1");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static void await(String what, BooleanSupplier condition) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("waited in vain for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  @Override
  public void close() {
    phones.forEach(SipPhone::close);
  }
}
