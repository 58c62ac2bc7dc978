package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;

/** What can be chosen in the fields of a ticket. */
record FormChoices(
    List<Choice> kinds,
    List<Choice> categories,
    List<Choice> urgencies,
    List<Choice> estates,
    List<String> buildings) {

  static FormChoices of(Choices choices, SignedInUser user) {
    return new FormChoices(
        choices.of("kind", Kind.class),
        choices.categories(),
        choices.of("urgency", Urgency.class),
        choices.estates(user.scope()),
        choices.buildings(user.scope()));
  }
}
