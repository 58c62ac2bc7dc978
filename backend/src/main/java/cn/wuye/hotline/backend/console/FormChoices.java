package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Subject;
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

  /** Of a new ticket. */
  static FormChoices of(Choices choices, SignedInUser user) {
    return of(choices, choices.offeredCategories(), user);
  }

  /** Of a ticket that says this: it may keep a category that is no longer offered. */
  static FormChoices of(Choices choices, Subject now, SignedInUser user) {
    return of(choices, choices.offeredCategories(now.category(), now.subcategory()), user);
  }

  private static FormChoices of(Choices choices, List<Choice> categories, SignedInUser user) {
    return new FormChoices(
        choices.of("kind", Kind.class),
        categories,
        choices.of("urgency", Urgency.class),
        choices.estates(user.scope()),
        choices.buildings(user.scope()));
  }
}
