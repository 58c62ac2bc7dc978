package cn.wuye.hotline.backend.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One Chromium for all tests of the JVM: the machine's own, none is downloaded. Where it has the
 * shell without a window, too, pages are opened in that, which has a third less to do.
 */
final class Browsers {
  private static final List<String> FLAGS =
      List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
  private static final Browser BROWSER =
      start(Files.isExecutable(SHELL) ? SHELL : CHROMIUM, List.of());

  private Browsers() {}

  static Browser chromium() {
    return BROWSER;
  }

  /**
   * Another one, for as long as the JVM lives, that may use a microphone.
   *
   * @param said a WAV that is heard by the microphone again and again
   */
  static Browser withMicrophone(Path said) {
    return start(
        CHROMIUM,
        List.of(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + said.toAbsolutePath()));
  }

  private static Browser start(Path installed, List<String> more) {
    Path chromium = Path.of(System.getenv().getOrDefault("HOTLINE_CHROMIUM", installed.toString()));
    if (!Files.isExecutable(chromium)) {
      throw new IllegalStateException(
          "The console's tests need Chromium: none at "
              + chromium
              + "; install the package 'chromium' or set HOTLINE_CHROMIUM");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "stop-chromium"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
  }
}
