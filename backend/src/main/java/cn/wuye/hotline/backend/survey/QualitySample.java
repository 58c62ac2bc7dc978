package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The tickets that quality staff look at: of all that were archived every tenth, and all with a low
 * score. Drawn systematically from a list in the order of estate, category and agent: so each
 * estate, each of its categories, and each agent in it has a tenth of its tickets in the sample,
 * rounded down or up.
 *
 * @param sample the tenth, in the order in which it was drawn
 * @param low those with a low score, by number, whether in the sample or not
 */
public record QualitySample(List<TicketNumber> sample, List<TicketNumber> low) {
  private static final int EVERY = 10;

  private static final Comparator<ArchivedTicket> BY_STRATUM =
      Comparator.comparingLong(QualitySample::estate)
          .thenComparing(ArchivedTicket::category)
          .thenComparing(ArchivedTicket::agent);

  public QualitySample {
    sample = List.copyOf(sample);
    low = List.copyOf(low);
  }

  /** Those whose place is unknown are a stratum of their own. */
  private static long estate(ArchivedTicket ticket) {
    EstateId estate = ticket.estate();
    return estate == null ? 0 : estate.value();
  }

  /**
   * Draws a sample.
   *
   * @param archived in any order
   * @param seed the same seed and tickets give the same sample, on every machine
   */
  public static QualitySample draw(Collection<ArchivedTicket> archived, long seed) {
    List<ArchivedTicket> all = new ArrayList<>(archived);
    all.sort(Comparator.comparingLong(each -> each.ticket().value()));
    List<TicketNumber> low =
        all.stream()
            .filter(each -> each.satisfaction().filter(Satisfaction::low).isPresent())
            .map(ArchivedTicket::ticket)
            .toList();
    // java.util.Random's numbers are part of its specification.
    Random random = new Random(seed);
    Collections.shuffle(all, random);
    all.sort(BY_STRATUM);
    List<TicketNumber> sample = new ArrayList<>();
    if (!all.isEmpty()) {
      for (int i = random.nextInt(Math.min(EVERY, all.size())); i < all.size(); i += EVERY) {
        sample.add(all.get(i).ticket());
      }
    }
    return new QualitySample(sample, low);
  }
}
