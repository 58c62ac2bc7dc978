package cn.wuye.hotline.backend.intake.spool;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The spool's folder. Asterisk alone writes into it; the intake alone takes out. */
public final class Spool {
  private static final String SHEET = ".call";
  private static final String ENDED = ".ended";

  private final Path folder;

  public Spool(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the spool's folder " + folder, e);
    }
  }

  /** The calls that have files here, in the order of their names. */
  public Set<CallId> calls() {
    Set<CallId> calls = new LinkedHashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .sorted()
          .forEach(name -> callOf(name).ifPresent(calls::add));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the spool " + folder, e);
    }
    return calls;
  }

  /** What there is of the call; empty when there is nothing. */
  public Optional<SpooledCall> find(CallId call) {
    Map<SpoolSound, Path> sounds = new EnumMap<>(SpoolSound.class);
    Instant last = Instant.MIN;
    for (SpoolSound sound : SpoolSound.values()) {
      Optional<Instant> changed = changed(file(call, sound.suffix()));
      if (changed.isPresent()) {
        sounds.put(sound, file(call, sound.suffix()));
        last = later(last, changed.get());
      }
    }
    Optional<Instant> sheet = changed(file(call, SHEET));
    Optional<Instant> ended = changed(file(call, ENDED));
    last = later(later(last, sheet.orElse(last)), ended.orElse(last));
    if (sounds.isEmpty() && sheet.isEmpty() && ended.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SpooledCall(call, sheet(call), sounds, ended, last));
  }

  /** Removes everything of the call, the sheet last, so that what is left can still be told. */
  public void remove(CallId call) {
    try {
      for (SpoolSound sound : SpoolSound.values()) {
        Files.deleteIfExists(file(call, sound.suffix()));
      }
      Files.deleteIfExists(file(call, ENDED));
      Files.deleteIfExists(file(call, SHEET));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the spool files of call " + call, e);
    }
  }

  /** Where the sound of the call is or would be. */
  public Path soundFile(CallId call, SpoolSound sound) {
    return file(call, sound.suffix());
  }

  private CallSheet sheet(CallId call) {
    try {
      return CallSheet.parse(Files.readString(file(call, SHEET), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException none) {
      return CallSheet.EMPTY;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the spool's sheet of call " + call, e);
    }
  }

  private Path file(CallId call, String suffix) {
    return folder.resolve(call + suffix);
  }

  private static Optional<Instant> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Optional<CallId> callOf(String name) {
    Stream<String> suffixes =
        Stream.concat(
            Stream.of(SpoolSound.values()).map(SpoolSound::suffix), Stream.of(SHEET, ENDED));
    return suffixes
        .filter(name::endsWith)
        .findFirst()
        .map(suffix -> name.substring(0, name.length() - suffix.length()))
        .filter(CallId::isValid)
        .map(CallId::new);
  }
}
