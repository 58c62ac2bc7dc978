package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.number.NumberStock;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers from the stock. When that is used up and the database away, or the disk refuses, a long
 * number that no range will ever reach: {@code 9}, the node, the second, a count.
 */
final class StockedNumbers implements TicketNumbers {
  private static final Logger LOG = LoggerFactory.getLogger(StockedNumbers.class);
  private static final long LONG_NUMBERS = 9_00_0000000000_00L;
  private static final long NODE_UNIT = 1_0000000000_00L;
  private static final int NODES = 100;
  private static final int PER_SECOND = 100;

  private final NumberStock stock;
  private final int node;
  private final Clock clock;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param nodeId its digits tell the node ({@code node-1}); without digits any of a hundred
   */
  StockedNumbers(NumberStock stock, String nodeId, Clock clock) {
    this.stock = stock;
    String digits = nodeId.replaceAll("\\D", "");
    this.node =
        digits.isEmpty() || digits.length() > 9
            ? Math.floorMod(nodeId.hashCode(), NODES)
            : Integer.parseInt(digits) % NODES;
    this.clock = clock;
  }

  @Override
  public String next() {
    OptionalLong sequence = stock.take();
    if (sequence.isPresent()) {
      return TicketNumber.ofSequence(sequence.getAsLong()).toString();
    }
    LOG.error("No ticket number is left in stock: a long one is given instead");
    long own =
        LONG_NUMBERS
            + node * NODE_UNIT
            + clock.instant().getEpochSecond() * PER_SECOND
            + Math.floorMod(count.getAndIncrement(), PER_SECOND);
    return TicketNumber.ofSequence(own).toString();
  }
}
