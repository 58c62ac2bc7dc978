package cn.wuye.hotline.caller;

import cn.wuye.hotline.router.ami.AmiSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The running hotline as its environment describes it (docs/architecture.md).
 *
 * @param home {@code HOTLINE_HOME}
 * @param instance {@code HOTLINE_INSTANCE}: shifts every port by 100
 * @param number the number to dial
 * @param company the company's name in the prompts
 * @param amiPassword of the AMI user {@code test-caller}
 * @param adminPassword of the console's first user
 * @param databasePassword of the embedded database's user {@code hotline}
 */
public record Hotline(
    Path home,
    int instance,
    String number,
    String company,
    String amiPassword,
    String adminPassword,
    String databasePassword) {

  private static final int SHIFT = 100;
  private static final int AMI = 5038;
  private static final int HTTP = 8080;

  /**
   * Reads the environment and the secrets, the cluster's and the instance's own.
   *
   * @throws NotRunning when the hotline was never started there
   */
  public static Hotline fromEnvironment(Map<String, String> environment) throws NotRunning {
    Path home = Path.of(environment.getOrDefault("HOTLINE_HOME", ".hotline")).toAbsolutePath();
    Properties secrets = new Properties();
    for (String name : List.of("secrets/cluster.env", "secrets/node.env")) {
      Path file = home.resolve(name);
      try (var in = Files.newBufferedReader(file)) {
        secrets.load(in);
      } catch (IOException e) {
        throw new NotRunning(
            "the hotline was never started here (no " + file + "); start it with ./hotline up", e);
      }
    }
    return new Hotline(
        home,
        Integer.parseInt(environment.getOrDefault("HOTLINE_INSTANCE", "0")),
        environment.getOrDefault("HOTLINE_NUMBER", "4001234567"),
        environment.getOrDefault("HOTLINE_NAME", "物业"),
        secrets.getProperty("HOTLINE_CALLER_AMI_PASSWORD", ""),
        secrets.getProperty("HOTLINE_ADMIN_PASSWORD", ""),
        secrets.getProperty("HOTLINE_DB_PASSWORD", ""));
  }

  /** The same, where another number is dialled. */
  public Hotline dialling(String other) {
    return new Hotline(
        home, instance, other, company, amiPassword, adminPassword, databasePassword);
  }

  public AmiSettings ami() {
    return AmiSettings.of("127.0.0.1", AMI + SHIFT * instance, "test-caller", amiPassword);
  }

  public URI api() {
    return URI.create("http://127.0.0.1:" + (HTTP + SHIFT * instance) + "/api/v1/");
  }

  public Path prompts() {
    return home.resolve("prompts");
  }

  @Override
  public String toString() {
    return "hotline at " + home + ", instance " + instance;
  }
}
