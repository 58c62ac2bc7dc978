package cn.wuye.hotline.backend.ticket;

/**
 * A block of sequences that belongs to one node, whether it ever uses them or not.
 *
 * @param firstSequence the first, without check digit
 * @param lastSequence the last, included; not before the first
 */
public record NumberRange(long firstSequence, long lastSequence) {
  public NumberRange {
    if (firstSequence < 1 || lastSequence < firstSequence) {
      throw new IllegalArgumentException("not a range: " + firstSequence + "–" + lastSequence);
    }
  }

  /** How many numbers it holds. */
  public long size() {
    return lastSequence - firstSequence + 1;
  }

  /**
   * The ticket number at a position, from 0.
   *
   * @throws IndexOutOfBoundsException outside the range
   */
  public TicketNumber number(long position) {
    if (position < 0 || position >= size()) {
      throw new IndexOutOfBoundsException(position + " of " + size());
    }
    return TicketNumber.ofSequence(firstSequence + position);
  }
}
