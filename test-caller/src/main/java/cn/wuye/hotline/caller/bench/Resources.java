package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds at a moment.
 *
 * @param threads platform threads
 * @param residentMiB memory as the kernel counts it, native libraries' included
 */
record Resources(int threads, int descriptors, int residentMiB) {
  private static final Pattern FIELD = Pattern.compile("(?m)^(Threads|VmRSS):\\s+(\\d+)");
  private static final int KIB_PER_MIB = 1024;

  static Resources of(String pid) throws IOException {
    Matcher field = FIELD.matcher(Files.readString(Path.of("/proc", pid, "status")));
    Map<String, Integer> values = new LinkedHashMap<>();
    while (field.find()) {
      values.put(field.group(1), Integer.valueOf(field.group(2)));
    }
    try (Stream<Path> open = Files.list(Path.of("/proc", pid, "fd"))) {
      return new Resources(
          values.getOrDefault("Threads", 0),
          (int) open.count(),
          values.getOrDefault("VmRSS", 0) / KIB_PER_MIB);
    }
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("threads", threads);
    map.put("descriptors", descriptors);
    map.put("residentMiB", residentMiB);
    return map;
  }

  /**
   * What lives on a JVM's heap after a full collection.
   *
   * @param bytes of all living objects
   * @param recognizers native recognisers of Vosk that are held
   * @param virtualThreads that have not ended
   */
  record Heap(long bytes, long recognizers, long virtualThreads) {
    private static final Pattern LINE =
        Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");
    private static final String RECOGNIZER = "cn.wuye.hotline.ivr.speech.vosk.VoskNativeRecognizer";

    static Heap of(String pid) throws IOException {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Path output = Files.createTempFile("histogram", ".txt");
      try {
        Process process =
            new ProcessBuilder(jcmd.toString(), pid, "GC.class_histogram")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
          process.destroyForcibly();
          throw new IOException("jcmd tells nothing of process " + pid + ": " + text(output));
        }
        return parse(text(output));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } finally {
        Files.deleteIfExists(output);
      }
    }

    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    static Heap parse(String histogram) {
      long bytes = 0;
      long recognizers = 0;
      long virtual = 0;
      Matcher line = LINE.matcher(histogram);
      while (line.find()) {
        bytes += Long.parseLong(line.group(2));
        if (line.group(3).equals(RECOGNIZER)) {
          recognizers = Long.parseLong(line.group(1));
        } else if (line.group(3).equals("java.lang.VirtualThread")) {
          virtual = Long.parseLong(line.group(1));
        }
      }
      return new Heap(bytes, recognizers, virtual);
    }

    Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("heapMiB", BenchResult.round(bytes / 1024.0 / 1024.0));
      map.put("recognizers", recognizers);
      map.put("virtualThreads", virtualThreads);
      return map;
    }
  }
}
