package cn.wuye.hotline.caller;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Another node of a hotline that runs: the same database and secrets, an Asterisk of its own. */
final class SecondNode {
  private SecondNode() {}

  /**
   * Starts it.
   *
   * @param first which has the database
   * @param home where its state goes
   */
  static Instance of(Instance first, Hotline database, Path home) throws IOException {
    Instance second = new Instance(Path.of(".."), home);
    try {
      Path secrets = Files.createDirectories(second.home().resolve("secrets"));
      Files.copy(
          first.home().resolve("secrets/cluster.env"),
          secrets.resolve("cluster.env"),
          StandardCopyOption.REPLACE_EXISTING);
      int port = 3307 + 100 * database.instance();
      second.with("HOTLINE_DB_URL", "jdbc:mysql://127.0.0.1:" + port + "/hotline");
      second.run("up", "--detach");
      return second;
    } catch (IOException e) {
      second.close();
      throw e;
    }
  }
}
