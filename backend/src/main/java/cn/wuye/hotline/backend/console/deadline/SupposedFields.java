package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The fields in which a ticket is supposed. */
@Component
class SupposedFields {
  private final Choices choices;
  private final DeadlineWords words;
  private final Clock clock;

  SupposedFields(Choices choices, DeadlineWords words, Clock clock) {
    this.choices = choices;
    this.words = words;
    this.clock = clock;
  }

  /** The same, opened now unless it says when. */
  Supposed opened(Supposed asked) {
    return asked.orAt(
        LocalDateTime.ofInstant(clock.instant(), Labels.ZONE).truncatedTo(ChronoUnit.MINUTES));
  }

  /** Puts what stands in the fields, and what can be chosen, on a page. */
  void add(ModelAndView page, Supposed supposed, SignedInUser me) {
    page.addObject("supposed", supposed)
        .addObject("kinds", choices.of("kind", Kind.class))
        .addObject("urgencies", choices.of("urgency", Urgency.class))
        .addObject("categories", choices.categories())
        .addObject("estates", choices.estates(me.scope()))
        .addObject("parties", words.parties());
  }
}
