package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.files.DurableFiles;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sound files that could not be taken in, kept in {@code spool/rejected} with the reason beside
 * each ({@code FILE.reason}).
 */
final class RejectedSounds {
  private static final Logger LOG = LoggerFactory.getLogger(RejectedSounds.class);
  private static final String REASON = ".reason";

  private final Path spool;
  private final Path folder;

  RejectedSounds(Path spool) {
    this.spool = spool;
    this.folder = spool.resolve("rejected");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  void keep(CallId call, Path file, @Nullable String reason) {
    String why = String.valueOf(reason);
    try {
      Path aside = folder.resolve(file.getFileName());
      DurableFiles.replace(reasonOf(aside), why.getBytes(StandardCharsets.UTF_8));
      DurableFiles.move(file, aside);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file + " aside", e);
    }
    LOG.warn("Call {}: recording {} is broken ({}); kept aside", call, file.getFileName(), why);
  }

  boolean holds(CallId call) {
    return names().stream().anyMatch(name -> isOf(call, name));
  }

  List<RejectedItem> list() {
    List<RejectedItem> items = new ArrayList<>();
    for (String name : names()) {
      Path file = folder.resolve(name);
      try {
        Path reason = reasonOf(file);
        String why = Files.exists(reason) ? Files.readString(reason) : "";
        Instant at = Files.getLastModifiedTime(Files.exists(reason) ? reason : file).toInstant();
        items.add(
            new RejectedItem("sound:" + name, RejectedItem.Kind.RECORDING, callOf(name), at, why));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look at " + file, e);
      }
    }
    return items;
  }

  /** Puts a file, mended meanwhile by somebody, back for another attempt. */
  boolean putBack(String name) {
    if (!names().contains(name)) {
      return false;
    }
    try {
      Path aside = folder.resolve(name);
      DurableFiles.move(aside, spool.resolve(name));
      Files.deleteIfExists(reasonOf(aside));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put " + name + " back", e);
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".wav") || name.endsWith(".raw"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static boolean isOf(CallId call, String name) {
    return callOf(name).equals(call.value());
  }

  private static String callOf(String name) {
    return name.replaceFirst("(-talk\\.raw|(-caller|-message)?\\.wav)$", "");
  }

  private static Path reasonOf(Path file) {
    return file.resolveSibling(file.getFileName() + REASON);
  }
}
