package cn.wuye.hotline.backend.traffic.log;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.files.WaitingFolder;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Events of this node that the database could not take, some of them in each file; the names are in
 * the order in which they were told.
 */
@Component
class EventJournal {
  private final WaitingFolder folder;
  private final Clock clock;
  private long number;

  EventJournal(HotlineProperties node, Clock clock) {
    this.folder = new WaitingFolder(node.home().resolve("queues").resolve("events"));
    this.clock = clock;
  }

  /** As a file has it; the moment in milliseconds since 1970. */
  record Kept(
      String node,
      String once,
      String kind,
      long at,
      String call,
      String queue,
      String agent,
      String detail) {
    static Kept of(QueueEvent event) {
      return new Kept(
          event.node(),
          event.once(),
          event.kind().code(),
          event.at().toEpochMilli(),
          event.call(),
          event.queue(),
          event.agent(),
          event.detail());
    }

    QueueEvent event() {
      return new QueueEvent(
          node,
          once,
          Coded.of(EventKind.class, kind),
          Instant.ofEpochMilli(at),
          call,
          queue,
          agent,
          detail);
    }
  }

  /** The content of a file. */
  record Batch(List<Kept> events) {}

  /** Keeps them; on the disk on return. */
  synchronized void keep(List<QueueEvent> events) throws IOException {
    Batch batch = new Batch(events.stream().map(Kept::of).toList());
    String name = "%013d-%06d".formatted(clock.millis(), number++);
    folder.keep(name, KeptJson.MAPPER.writeValueAsBytes(batch));
  }

  /** The files that wait, in their order. */
  List<Path> waiting() throws IOException {
    return folder.waiting();
  }

  List<QueueEvent> read(Path file) throws IOException {
    return KeptJson.MAPPER.readValue(Files.readAllBytes(file), Batch.class).events().stream()
        .map(Kept::event)
        .toList();
  }

  /** Its events are in the database. */
  void remove(Path file) throws IOException {
    folder.remove(file);
  }

  /** It cannot be read; it stays for looking into. */
  void reject(Path file) throws IOException {
    folder.reject(file);
  }
}
