package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** What the sentences of refusals are made of. */
final class Refusals {
  private Refusals() {}

  /** The ticket's number, then what else the sentence needs. */
  static List<String> arguments(Ticket ticket, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(ticket.number().toString());
    arguments.addAll(List.of(more));
    return List.copyOf(arguments);
  }
}
