package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;

/**
 * Several like reports that may have one cause.
 *
 * @param words what could be announced, "3号楼电梯故障"
 * @param since when the first of the reports was made
 * @param reports those that are open, the first first
 */
public record Proposal(
    long id,
    EstateId estate,
    String building,
    String category,
    String subcategory,
    String words,
    Instant since,
    List<TicketNumber> reports) {
  public Proposal {
    reports = List.copyOf(reports);
  }
}
