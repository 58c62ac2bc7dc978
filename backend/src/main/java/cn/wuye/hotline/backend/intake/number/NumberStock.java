package cn.wuye.hotline.backend.intake.number;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers kept on this node's disk. A number is struck off the file, and the file is on the disk,
 * before it is given out: after a crash none comes twice, at worst one is never used.
 */
public final class NumberStock {
  private static final Logger LOG = LoggerFactory.getLogger(NumberStock.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final NumberSource source;
  private final int size;
  private final ReentrantLock refilling = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private List<NumberRange> ranges;

  /**
   * @param file where the stock is kept
   * @param size how many numbers a full stock has; refilled when half of them are used
   */
  public NumberStock(Path file, NumberSource source, int size) {
    this.file = file;
    this.source = source;
    this.size = size;
    this.ranges = read(file);
  }

  /** The next number; empty when the stock is used up and the database cannot be asked. */
  public OptionalLong take() {
    OptionalLong number = takeFromStock();
    if (number.isEmpty()) {
      refill();
      number = takeFromStock();
    }
    return number;
  }

  /** How many numbers are left. */
  public long left() {
    lock.lock();
    try {
      return ranges.stream().mapToLong(NumberRange::size).sum();
    } finally {
      lock.unlock();
    }
  }

  /** Fills the stock up when half of it is used. Does nothing while the database is away. */
  public void refill() {
    if (!refilling.tryLock()) {
      return;
    }
    try {
      if (left() <= size / 2) {
        NumberRange range = source.reserve(size);
        lock.lock();
        try {
          List<NumberRange> grown = new ArrayList<>(ranges);
          grown.add(range);
          write(grown);
        } finally {
          lock.unlock();
        }
        LOG.info("Ticket numbers {} to {} reserved", range.next(), range.end() - 1);
      }
    } catch (DatabaseAwayException e) {
      LOG.warn("{} ticket numbers left, no more can be reserved now: {}", left(), e.getMessage());
    } catch (IOException e) {
      LOG.error("Cannot keep reserved ticket numbers in {}; they stay unused", file, e);
    } finally {
      refilling.unlock();
    }
  }

  private OptionalLong takeFromStock() {
    lock.lock();
    try {
      if (ranges.isEmpty()) {
        return OptionalLong.empty();
      }
      NumberRange first = ranges.get(0);
      List<NumberRange> rest = new ArrayList<>(ranges);
      if (first.size() == 1) {
        rest.remove(0);
      } else {
        rest.set(0, first.withoutFirst());
      }
      write(rest);
      return OptionalLong.of(first.next());
    } catch (IOException e) {
      LOG.error("Cannot strike a ticket number off {}; giving none out", file, e);
      return OptionalLong.empty();
    } finally {
      lock.unlock();
    }
  }

  private void write(List<NumberRange> next) throws IOException {
    DurableFiles.replace(file, JSON.writeValueAsBytes(next));
    ranges = next;
  }

  private static List<NumberRange> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      return List.of(JSON.readValue(Files.readAllBytes(file), NumberRange[].class)).stream()
          .filter(range -> range.size() > 0)
          .toList();
    } catch (IOException | JacksonException e) {
      LOG.error("Cannot read ticket numbers from {}; they stay unused, taking new ones", file, e);
      return List.of();
    }
  }
}
