package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.followup.EnteredAnswers;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Tickets whose work is done and whose residents answer, for tests. */
public final class AskedTickets {
  private final Tickets tickets;
  private final TicketChanges changes;
  private final SurveyRows surveys;
  private final EnteredAnswers answers;
  private final Clock clock;

  public AskedTickets(ApplicationContext application) {
    this.tickets = application.getBean(Tickets.class);
    this.changes = application.getBean(TicketChanges.class);
    this.surveys = application.getBean(SurveyRows.class);
    this.answers = application.getBean(EnteredAnswers.class);
    this.clock = application.getBean(Clock.class);
  }

  /**
   * One that is solved, so that a survey is planned.
   *
   * @param resident null: nobody is known at the number
   * @param worker login of who does the work, and answers for it
   */
  public TicketNumber solved(EstateId estate, @Nullable Long resident, String worker) {
    TicketNumber ticket = accepted(estate, resident, worker);
    move(ticket, Verb.SOLVE, worker);
    return ticket;
  }

  /** The same, but the work has only begun. */
  public TicketNumber accepted(EstateId estate, @Nullable Long resident, String worker) {
    NewTicket usual =
        SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant());
    Contents contents = usual.contents();
    PhoneNumber number =
        new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
    TicketNumber ticket =
        tickets
            .open(
                SampleTickets.with(
                    usual,
                    new Contents(
                        contents.subject(),
                        contents.place(),
                        new Reporter(resident, "王女士", number),
                        contents.text(),
                        false,
                        false)),
                Actor.system("test"))
            .ticket()
            .number();
    move(ticket, Verb.ACCEPT, worker);
    return ticket;
  }

  /** Somebody does something to it. */
  public void move(TicketNumber ticket, Verb verb, String who) {
    long version = tickets.find(ticket, EstateScope.ALL).orElseThrow().version();
    assertThat(
            changes.apply(
                new TicketChanges.Wish(ticket, version, Actor.user(who), EstateScope.ALL),
                verb,
                "修好了"))
        .isInstanceOf(ChangeResult.Done.class);
  }

  /** The survey of its last round. */
  public Survey survey(TicketNumber ticket) {
    List<Survey> all = surveys.of(ticket);
    return all.get(all.size() - 1);
  }

  /** She answers; false when she has answered before. */
  public boolean answered(TicketNumber ticket, Solved solved, Satisfaction satisfaction) {
    return answered(ticket, solved, satisfaction, Map.of());
  }

  /** The same with more answers. */
  public boolean answered(
      TicketNumber ticket, Solved solved, Satisfaction satisfaction, Map<Item, Integer> more) {
    return answers.enter(
        survey(ticket).id(),
        AnswerChannel.AGENT,
        "agent:test",
        new Entered(Optional.of(solved), Optional.of(satisfaction), more, "", false, false));
  }

  /** A solved ticket whose resident has answered. */
  public TicketNumber answered(EstateId estate, String worker, Satisfaction satisfaction) {
    TicketNumber ticket = solved(estate, null, worker);
    assertThat(answered(ticket, Solved.SOLVED, satisfaction)).isTrue();
    return ticket;
  }
}
