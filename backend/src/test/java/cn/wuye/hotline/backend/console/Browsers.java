package cn.wuye.hotline.backend.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Chromium for all tests of the JVM: the machine's own, none is downloaded. */
final class Browsers {
  private static final List<String> FLAGS =
      List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");
  private static final Browser BROWSER = start();

  private Browsers() {}

  static Browser chromium() {
    return BROWSER;
  }

  private static Browser start() {
    Path chromium = Path.of(System.getenv().getOrDefault("HOTLINE_CHROMIUM", "/usr/bin/chromium"));
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
        .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }
}
