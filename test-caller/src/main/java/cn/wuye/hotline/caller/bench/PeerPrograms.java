package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Other people's servers of the same kind, fetched once by npm and pip into {@code HOTLINE_CACHE};
 * Node and Python are there already ({@code scripts/commands/bench.sh}).
 */
final class PeerPrograms {
  private static final long FETCH_SECONDS = 300;

  private final Path cache;

  PeerPrograms() {
    String folder = System.getenv("HOTLINE_CACHE");
    this.cache =
        (folder == null
                ? Path.of(System.getProperty("user.home"), ".cache/hotline")
                : Path.of(folder))
            .resolve("bench");
  }

  /**
   * A package of npm with a server written with it.
   *
   * @param server one of our resources; it stands beside the package's folder afterwards
   * @return the command that starts the server, without its arguments
   */
  List<String> node(String name, String version, String server) throws IOException {
    Path folder = cache.resolve("npm/" + name + "-" + version);
    if (!Files.exists(folder.resolve("node_modules/" + name + "/package.json"))) {
      Progress.tell("fetching " + name + " " + version + " by npm");
      fetch(
          folder,
          List.of(
              "npm",
              "install",
              "--prefix",
              folder.toString(),
              "--no-audit",
              "--no-fund",
              "--ignore-scripts",
              name + "@" + version));
    }
    return List.of("node", unpack(server, folder).toString());
  }

  /** A package of PyPI in a virtual environment of its own, with a server written with it. */
  List<String> python(String name, String version, String server) throws IOException {
    Path folder = cache.resolve("python/" + name + "-" + version);
    Path interpreter = folder.resolve("bin/python");
    Path ready = folder.resolve("ready");
    if (!Files.exists(ready)) {
      Progress.tell("fetching " + name + " " + version + " by pip");
      fetch(folder, List.of("python3", "-m", "venv", folder.toString()));
      fetch(
          folder,
          List.of(
              interpreter.toString(),
              "-m",
              "pip",
              "install",
              "-q",
              "--disable-pip-version-check",
              name + "==" + version));
      Files.createFile(ready);
    }
    return List.of(interpreter.toString(), unpack(server, folder).toString());
  }

  private static void fetch(Path folder, List<String> command) throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    int code = Programs.run(log, FETCH_SECONDS, command);
    if (code != 0) {
      String all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      throw new IOException(
          String.join(" ", command)
              + " ended with "
              + code
              + ":\n"
              + all.substring(Math.max(0, all.length() - 1500)));
    }
  }

  private static Path unpack(String server, Path folder) throws IOException {
    Path file = folder.resolve(server);
    try (InputStream in = PeerPrograms.class.getResourceAsStream("/bench/" + server)) {
      if (in == null) {
        throw new IOException("no resource /bench/" + server);
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
