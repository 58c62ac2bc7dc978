package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.router.live.MembershipChange;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.queue.QueueDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the database says to this node's Asterisk. Used by one thread at a time. */
final class QueueRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(QueueRefresh.class);

  private final Supplier<QueueData> reader;
  private final DatabaseGate gate;
  private final QueueFolder folder;
  private final Supplier<QueuesNow> now;
  private final QueueCommands commands;
  private final Consumer<Set<String>> reread;

  /** Written, but perhaps not read by Asterisk: it may have been away. */
  private boolean unread = true;

  /** What was wrong last: said once, not at every round. */
  private String complaint = "";

  /** The changes of the last round: one that is tried again is said once. */
  private List<MembershipChange> tried = List.of();

  /**
   * @param reread told the names of all queues when Asterisk has read the files anew
   */
  QueueRefresh(
      Supplier<QueueData> reader,
      DatabaseGate gate,
      QueueFolder folder,
      Supplier<QueuesNow> now,
      QueueCommands commands,
      Consumer<Set<String>> reread) {
    this.reader = reader;
    this.gate = gate;
    this.folder = folder;
    this.now = now;
    this.commands = commands;
    this.reread = reread;
  }

  /** Does nothing while the database is away: the files stay, and so does who is signed in. */
  void refresh() {
    try {
      QueueData data = gate.run(reader);
      if (folder.write(data)) {
        LOG.info("Asterisk's queues are written anew: {} queues", data.queues().size());
        unread = true;
      }
      QueuesNow seen = now.get();
      if (seen.current()) {
        complaint = bring(data, seen);
      }
    } catch (DatabaseAwayException e) {
      LOG.debug("Queues stay as they were: {}", e.getMessage());
    } catch (IOException e) {
      LOG.error("Asterisk's files of queues cannot be written; trying again", e);
    }
  }

  /** What Asterisk did not take, for the first of it; empty when it took all. */
  private String bring(QueueData data, QueuesNow seen) {
    if (unread) {
      String refused = refused(commands.reload());
      if (!refused.isEmpty()) {
        return refused;
      }
      unread = false;
      reread.accept(
          data.queues().stream().map(QueueDefinition::asteriskName).collect(Collectors.toSet()));
    }
    List<MembershipChange> changes =
        MembershipChange.of(
            seen, data.queues(), data.agents(), data.barred(), data.regions(), data.lentTo());
    String first = "";
    for (MembershipChange change : changes) {
      if (!tried.contains(change)) {
        LOG.info("Queues: {}", change);
      }
      String refused = refused(commands.apply(change));
      first = first.isEmpty() ? refused : first;
    }
    tried = changes;
    return first;
  }

  private String refused(CompletableFuture<?> answer) {
    try {
      answer.join();
      return "";
    } catch (CompletionException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.equals(complaint)) {
        LOG.warn("Asterisk did not take a change of queues ({}); trying again", reason);
      }
      return reason;
    }
  }
}
