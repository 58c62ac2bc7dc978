package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.backend.files.DurableFiles;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The journal's folder: {@code <call id>.jsonl} for calls at work, {@code done/} for those in the
 * database (kept for a while, for looking up), {@code rejected/} for those that a person must look
 * at.
 *
 * <p>Every method is safe for several threads and throws {@link JournalException} when the disk
 * refuses.
 */
public final class Journal implements AutoCloseable {
  private static final String SUFFIX = ".jsonl";
  private static final String REASON = ".reason";

  private final Path folder;
  private final Path done;
  private final Path rejected;
  private final Map<CallId, JournalFile> open = new ConcurrentHashMap<>();

  public Journal(Path folder) {
    this.folder = folder;
    this.done = folder.resolve("done");
    this.rejected = folder.resolve("rejected");
    try {
      Files.createDirectories(rejected);
      Files.createDirectories(done);
    } catch (IOException e) {
      throw new JournalException("cannot make the journal's folder " + folder, e);
    }
  }

  /** Adds a line; as durable on return as its kind asks for. */
  public void append(CallId call, JournalLine line) {
    byte[] encoded = JournalFormat.encode(line);
    try {
      while (!file(call).append(encoded, Durability.of(line))) {
        // Released between looking it up and writing: the next look-up opens it again.
        Thread.onSpinWait();
      }
      if (line instanceof JournalLine.Ended) {
        release(call);
      }
    } catch (IOException e) {
      throw new JournalException("cannot write the journal of call " + call, e);
    }
  }

  /** What is known of a call at work; empty when it has no journal there. */
  public Optional<JournalledCall> read(CallId call) {
    try {
      byte[] content = Files.readAllBytes(path(call));
      return Optional.of(JournalledCall.of(call, JournalFormat.decode(call + SUFFIX, content)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new JournalException("cannot read the journal of call " + call, e);
    }
  }

  /** The calls at work, in no order. */
  public List<CallId> atWork() {
    return list(folder, SUFFIX);
  }

  /** When the call's journal was last written; empty when it has none. */
  public Optional<Instant> lastWritten(CallId call) {
    try {
      return Optional.of(Files.getLastModifiedTime(path(call)).toInstant());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new JournalException("cannot look at the journal of call " + call, e);
    }
  }

  /** Whether the call was laid aside as done. */
  public boolean isDone(CallId call) {
    return Files.exists(done.resolve(call + SUFFIX));
  }

  /** Lays a call aside. Idempotent. */
  public void moveToDone(CallId call) {
    release(call);
    relocate(path(call), done.resolve(call + SUFFIX));
  }

  /** Takes a call that was done to work again, because something of it turned up late. */
  public void takeBack(CallId call, Instant at, String why) {
    relocate(done.resolve(call + SUFFIX), path(call));
    append(call, new JournalLine.Reopened(at, why));
    release(call);
  }

  /**
   * Lays a call aside for a person, with the reason beside it ({@code <call id>.reason}).
   *
   * @param reason for a person
   */
  public void reject(CallId call, String reason) {
    release(call);
    try {
      Path note = rejected.resolve(call + REASON);
      DurableFiles.replace(note, reason.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new JournalException("cannot note why call " + call + " is rejected", e);
    }
    relocate(path(call), rejected.resolve(call + SUFFIX));
  }

  /** The calls laid aside for a person, each with its reason and since when. */
  public List<RejectedCall> rejected() {
    return list(rejected, REASON).stream().map(this::rejectedCall).toList();
  }

  /** Takes a call laid aside for a person to work again; false when it is not there. */
  public boolean retry(CallId call) {
    Path note = rejected.resolve(call + REASON);
    if (!Files.exists(note)) {
      return false;
    }
    relocate(rejected.resolve(call + SUFFIX), path(call));
    try {
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw new JournalException("cannot take call " + call + " back", e);
    }
    return true;
  }

  private RejectedCall rejectedCall(CallId call) {
    Path note = rejected.resolve(call + REASON);
    try {
      return new RejectedCall(
          call, Files.getLastModifiedTime(note).toInstant(), Files.readString(note));
    } catch (IOException e) {
      throw new JournalException("cannot read why call " + call + " is rejected", e);
    }
  }

  /** Closes the call's file; a later {@link #append} opens it again. */
  public void release(CallId call) {
    JournalFile file = open.remove(call);
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new JournalException("cannot close the journal of call " + call, e);
      }
    }
  }

  /** Removes what was laid aside longer than {@code kept} ago. */
  public void purgeDone(Instant now, Duration kept) {
    for (CallId call : list(done, SUFFIX)) {
      Path file = done.resolve(call + SUFFIX);
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(kept))) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new JournalException("cannot remove the old journal of call " + call, e);
      }
    }
  }

  @Override
  public void close() {
    List.copyOf(open.keySet()).forEach(this::release);
  }

  private JournalFile file(CallId call) {
    return open.computeIfAbsent(call, id -> new JournalFile(path(id)));
  }

  private Path path(CallId call) {
    return folder.resolve(call + SUFFIX);
  }

  private static void relocate(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        DurableFiles.move(from, to);
      }
    } catch (IOException e) {
      throw new JournalException("cannot move " + from + " to " + to, e);
    }
  }

  private static List<CallId> list(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .filter(CallId::isValid)
          .map(CallId::new)
          .toList();
    } catch (IOException e) {
      throw new JournalException("cannot list the journal's folder " + folder, e);
    }
  }
}
