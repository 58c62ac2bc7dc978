package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.moving.table.BadFileException;
import cn.wuye.hotline.backend.moving.table.BadFileException.Reason;
import cn.wuye.hotline.backend.moving.table.TableFile;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Import of an older system's data: for administrators who see every estate. */
@Component
public class Imports {
  /** The most rows of an import that is entered as a whole or not at all. */
  public static final int MOST_AS_A_WHOLE = EnteringWhole.MAX_ROWS;

  private static final Logger log = LoggerFactory.getLogger(Imports.class);
  private static final AuditAction ENTERED = new AuditAction("import.entered");
  private static final String DEFAULT_SOURCE = "old";

  private final Runs runs;
  private final Stage stage;
  private final Faults faults;
  private final ImportWork work;
  private final ImportWorker worker;
  private final Audit audit;
  private final Transactions transactions;
  private final String node;

  Imports(
      Runs runs,
      Stage stage,
      Faults faults,
      ImportWork work,
      ImportWorker worker,
      Audit audit,
      Transactions transactions,
      HotlineProperties properties) {
    this.runs = runs;
    this.stage = stage;
    this.faults = faults;
    this.work = work;
    this.worker = worker;
    this.audit = audit;
    this.transactions = transactions;
    this.node = properties.nodeId();
  }

  /** How the wish to enter a checked import ended. */
  public enum Entering {
    BEGUN,
    UNKNOWN,
    /** It is not checked yet, or was entered before. */
    NOT_NOW,
    /** All or nothing was wanted, and there are faults. */
    FAULTY,
    /** All or nothing was wanted of more rows than are entered at once. */
    TOO_MANY
  }

  /**
   * Takes a file; it is read and checked in the background, and nothing of it is entered.
   *
   * @param source the older system's name for tickets whose rows name none; letters, digits and
   *     hyphens; empty string: "old"
   * @throws BadFileException when the file is too long
   */
  public ImportRun start(InputStream file, String fileName, String source, SignedInUser by)
      throws IOException, BadFileException {
    requireAdmin(by);
    Path received = work.newFile();
    try {
      long bytes = copy(file, received);
      long id =
          runs.add(fileName, source.isBlank() ? DEFAULT_SOURCE : source, node, by.getUsername());
      Files.move(received, work.file(id), StandardCopyOption.ATOMIC_MOVE);
      log.info("import {} by {}: {} bytes, to be checked", id, by, bytes);
      worker.now();
      return runs.find(id).orElseThrow();
    } finally {
      Files.deleteIfExists(received);
    }
  }

  /** The import with this id. */
  public Optional<ImportRun> find(long id, SignedInUser by) {
    requireAdmin(by);
    return runs.find(id);
  }

  /** The latest ones, the newest first. */
  public List<ImportRun> latest(SignedInUser by) {
    requireAdmin(by);
    return runs.latest(20);
  }

  /** What it would do or did, with the database before and after. */
  public ImportReport report(ImportRun run) {
    // In this order: the counts are kept before the first row is removed.
    List<Stage.Group> staged = stage.groups(run.id());
    return ImportReport.of(run, runs.counts(run.id()).orElse(staged));
  }

  /** How many faults it has, without what is only told. */
  public long faultCount(ImportRun run) {
    return faults.count(run.id());
  }

  /** The first faults. */
  public List<Fault> faults(ImportRun run, int limit) {
    return faults.after(run.id(), 0, limit).stream().map(Faults.Numbered::fault).toList();
  }

  /** Writes all faults as CSV, to be mended row by row. */
  public void writeFaults(ImportRun run, FaultTexts texts, OutputStream out) throws IOException {
    new FaultFile(faults, texts).write(run.id(), out);
  }

  /**
   * Enters what is good of a checked import, in the background.
   *
   * @param allOrNothing true: only as a whole, at most {@value #MOST_AS_A_WHOLE} rows; nothing of
   *     it when anything is faulty, or has become so since the check
   */
  public Entering enter(long id, boolean allOrNothing, SignedInUser by) {
    requireAdmin(by);
    Optional<ImportRun> run = runs.find(id);
    if (run.isEmpty()) {
      return Entering.UNKNOWN;
    }
    if (allOrNothing && faults.count(id) > 0) {
      return Entering.FAULTY;
    }
    if (allOrNothing && run.get().rowsRead() > MOST_AS_A_WHOLE) {
      return Entering.TOO_MANY;
    }
    boolean begun =
        transactions.run(
            () -> {
              boolean now = runs.enter(id, allOrNothing);
              if (now) {
                audit.record(
                    Audit.user(by.getUsername()),
                    ENTERED,
                    "import:" + id,
                    Map.of("allOrNothing", allOrNothing));
              }
              return now;
            });
    if (!begun) {
      return Entering.NOT_NOW;
    }
    log.info("import {} is entered, wanted by {}", id, by);
    worker.now();
    return Entering.BEGUN;
  }

  private static long copy(InputStream from, Path to) throws IOException, BadFileException {
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        bytes += n;
        if (bytes > TableFile.MAX_BYTES) {
          throw new BadFileException(
              Reason.TOO_LARGE, TableFile.MAX_BYTES >> 20, "more than " + bytes + " bytes");
        }
        out.write(buffer, 0, n);
      }
    }
    return bytes;
  }

  static void requireAdmin(SignedInUser user) {
    if (!user.administersAll()) {
      throw new AccessDeniedException("imports are for administrators of every estate");
    }
  }
}
