package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.caller.sound.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The carrier with its residents: an Asterisk of its own, at an address of its own, that nothing of
 * the hotline runs in. It knows every call, whichever node made it and whatever became of that
 * node.
 */
final class TelephoneNetwork implements AutoCloseable {
  /** Of the machine itself, yet another one than that of the nodes: they know it by that. */
  private static final String ADDRESS = "127.0.0.2";

  private static final int SIP = 5060;
  private static final List<String> MODULES =
      List.of(
          "func_cdr",
          "res_cdrel_custom",
          "cdr_custom",
          "func_groupcount",
          "app_waitforsilence",
          "res_clioriginate");

  private final Instance asterisk;
  private final Path written;

  private TelephoneNetwork(Instance asterisk) {
    this.asterisk = asterisk;
    this.written = asterisk.home().resolve("residents.log");
  }

  /**
   * Starts it.
   *
   * @param lines how many calls it carries at once, in both directions
   * @param hotline where calls to the hotline go, an instance's number
   */
  static TelephoneNetwork start(Path clone, Path home, int lines, int hotline) throws IOException {
    Instance asterisk = new Instance(clone, home).with("HOTLINE_SIP_BIND", ADDRESS);
    TelephoneNetwork network = new TelephoneNetwork(asterisk);
    try {
      network.begin(lines, hotline);
      return network;
    } catch (IOException e) {
      network.close();
      throw e;
    }
  }

  private void begin(int lines, int hotline) throws IOException {
    asterisk.run("asterisk", "start");
    Path etc = asterisk.home().resolve("asterisk/etc");
    Files.createDirectories(asterisk.home().resolve("asterisk/log/cdr-custom"));
    Files.writeString(etc.resolve("cdr.conf"), BenchDialplan.fragment("cdr-bench.conf", Map.of()));
    Files.writeString(
        etc.resolve("cdr_custom.conf"), BenchDialplan.fragment("cdr_custom-bench.conf", Map.of()));
    for (String module : MODULES) {
      asterisk.run("asterisk", "cli", "module load " + module + ".so");
    }
    asterisk.run("asterisk", "cli", "module reload cdr");
    Path hello = asterisk.home().resolve("prompts/hello");
    Wav.write(Path.of(hello + ".wav"), new Voice(Script.DEFAULT_VOICE).speak("喂"));
    BenchDialplan.add(
        asterisk,
        "extensions-bench-residents.conf",
        Map.of(
            "HELLO", hello.toString(),
            "LOG", written.toString(),
            "LINES", String.valueOf(lines),
            "NUMBER", "4001234567",
            "PORT", String.valueOf(SIP + 100 * hotline)));
  }

  /** Makes it the carrier of an instance; before that one's start. */
  Instance carrierOf(Instance node) {
    return node.with("HOTLINE_TRUNK_HOST", ADDRESS)
        .with("HOTLINE_TRUNK_PORT", String.valueOf(SIP + 100 * asterisk.number()));
  }

  /** Somebody with that number calls the hotline and stays on the line for so long. */
  void callIn(String from, int seconds) throws IOException {
    asterisk.run(
        "asterisk",
        "cli",
        "channel originate Local/" + from + "@bench-incoming/n application Wait " + seconds);
  }

  /** All calls that have ended. */
  CallDetails calls() throws IOException {
    return CallDetails.of(lines(asterisk.home().resolve("asterisk/log/cdr-custom/calls.csv")));
  }

  /** The numbers of residents who wrote that down, as often as they did. */
  List<String> wrote(String what) throws IOException {
    List<String> numbers = new ArrayList<>();
    for (String line : lines(written)) {
      if (line.endsWith(" " + what)) {
        numbers.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return numbers;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  String version() throws IOException {
    return asterisk.run("asterisk", "cli", "core show version").lines().findFirst().orElse("?");
  }

  @Override
  public void close() throws IOException {
    asterisk.close();
  }
}
