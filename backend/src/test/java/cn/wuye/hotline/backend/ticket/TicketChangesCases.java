package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do to tickets, on every database. */
abstract class TicketChangesCases {
  private static final Actor LI = Actor.user("li");

  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Timeline timeline;
  @Autowired Estates estates;

  private Estate estate = Estate.named("", List.of(), 0, List.of());

  @BeforeEach
  void anEstateOfItsOwn() {
    estate = SampleEstates.another(estates);
  }

  @Test
  void aTicketGoesItsWayAndTheTimelineTellsIt() {
    TicketNumber number = open();

    apply(number, 0, Verb.ACCEPT);
    apply(number, 1, Verb.START);
    ChangeResult solved = apply(number, 2, Verb.SOLVE);

    assertThat(solved)
        .isInstanceOfSatisfying(
            ChangeResult.Done.class,
            done -> {
              assertThat(done.ticket().state()).isEqualTo(State.SOLVED);
              assertThat(done.ticket().version()).isEqualTo(3);
            });
    assertThat(timeline.of(number))
        .filteredOn(event -> event.kind().equals("state-changed"))
        .extracting(event -> event.details().get("to"))
        .containsExactly("accepted", "in-progress", "solved");
  }

  @Test
  void aVerbThatIsNotAllowedChangesNothingAndSaysWhatIs() {
    TicketNumber number = open();

    ChangeResult result = apply(number, 0, Verb.ARCHIVE);

    assertThat(result)
        .isInstanceOfSatisfying(
            ChangeResult.Refused.class,
            refused -> assertThat(refused.possible()).contains(Verb.ACCEPT, Verb.WITHDRAW));
    assertThat(timeline.of(number)).hasSize(1);
  }

  @Test
  void anOldVersionIsToldWhatHappenedMeanwhile() {
    TicketNumber number = open();
    changes.amend(wish(number, 0), SampleTickets::urgent);

    ChangeResult result = apply(number, 0, Verb.ACCEPT);

    assertThat(result)
        .isInstanceOfSatisfying(
            ChangeResult.Stale.class,
            stale ->
                assertThat(stale.since().get(0).details().toString())
                    .contains("urgency", "general", "urgent"));
  }

  @Test
  void amendingToTheSameChangesNothing() {
    TicketNumber number = open();

    ChangeResult result = changes.amend(wish(number, 0), contents -> contents);

    assertThat(result)
        .isInstanceOfSatisfying(
            ChangeResult.Done.class, done -> assertThat(done.ticket().version()).isZero());
    assertThat(timeline.of(number)).hasSize(1);
  }

  @Test
  void anEstateOutOfSightCannotBeChosen() {
    TicketNumber number = open();
    EstateId other = SampleEstates.another(estates).requireId();
    EstateScope scope = EstateScope.of(Set.of(estate.requireId()));

    ChangeResult result =
        changes.amend(
            new Wish(number, 0, LI, scope),
            now ->
                new Contents(
                    now.subject(),
                    new TicketPlace(other, "", "", "", ""),
                    now.reporter(),
                    now.text(),
                    false,
                    false));

    assertThat(result)
        .isEqualTo(new ChangeResult.Invalid(Invalidity.UNKNOWN_ESTATE, other.toString()));
  }

  @Test
  void duplicatesNeverGoInCircles() {
    TicketNumber first = open();
    TicketNumber second = open();
    TicketNumber third = open();

    changes.markDuplicate(wish(first, 0), second, "");
    changes.markDuplicate(wish(second, 0), third, "");
    ChangeResult circle = changes.markDuplicate(wish(third, 0), first, "");
    ChangeResult itself = changes.markDuplicate(wish(third, 0), third, "");

    assertThat(List.of(circle, itself))
        .extracting(result -> ((ChangeResult.Invalid) result).reason())
        .containsOnly(Invalidity.CIRCULAR_DUPLICATE);
    assertThat(tickets.find(first, EstateScope.ALL).orElseThrow().duplicateOf()).contains(second);
  }

  @Test
  void aReopenedDuplicateStandsForItselfAgain() {
    TicketNumber first = open();
    changes.markDuplicate(wish(first, 0), open(), "");

    apply(first, 1, Verb.REOPEN);

    assertThat(tickets.find(first, EstateScope.ALL).orElseThrow().duplicateOf()).isEmpty();
  }

  private ChangeResult apply(TicketNumber number, long version, Verb verb) {
    return changes.apply(wish(number, version), verb, "");
  }

  private static Wish wish(TicketNumber number, long version) {
    return new Wish(number, version, LI, EstateScope.ALL);
  }

  private TicketNumber open() {
    return tickets
        .open(
            SampleTickets.draft(SampleTickets.newCall(), estate.requireId()),
            Actor.call(new CallId("changes")))
        .ticket()
        .number();
  }
}
