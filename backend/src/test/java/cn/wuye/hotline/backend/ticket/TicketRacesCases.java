package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What several threads and nodes do at once, on every database. */
abstract class TicketRacesCases {
  private static final Actor CALLER = Actor.call(new CallId("races"));

  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired TicketNumbers numbers;
  @Autowired Timeline timeline;
  @Autowired TicketRecorder recorder;
  @Autowired Transactions transactions;

  @Test
  void oneCallOpenedByManyAtOnceIsOneTicket() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), null);

    List<Opening> openings = Together.run(8, i -> tickets.open(draft, CALLER));

    assertThat(openings).extracting(o -> o.ticket().number()).containsOnly(number(openings));
    assertThat(openings).filteredOn(Opening::fresh).hasSize(1);
    assertThat(timeline.of(number(openings))).hasSize(1);
  }

  @Test
  void rangesOfTwoNodesNeverOverlap() {
    List<NumberRange> ranges =
        Together.run(8, i -> reserveSeveral("node-" + (i % 2))).stream()
            .flatMap(List::stream)
            .toList();

    Set<TicketNumber> given = new HashSet<>();
    for (NumberRange range : ranges) {
      for (long i = 0; i < range.size(); i++) {
        assertThat(given.add(range.number(i))).isTrue();
      }
    }
    assertThat(given).hasSize(8 * 5 * 7);
  }

  @Test
  void numbersTakenAtOnceAreAllDifferent() {
    List<List<TicketNumber>> taken =
        Together.run(
            8,
            i -> {
              List<TicketNumber> mine = new ArrayList<>();
              for (int n = 0; n < 40; n++) {
                mine.add(numbers.next());
              }
              return mine;
            });

    assertThat(taken.stream().flatMap(List::stream)).hasSize(320).doesNotHaveDuplicates();
  }

  @Test
  void ofTwoPeopleWhoAcceptAtOnceOneDoesAndTheOtherIsTold() {
    TicketNumber number =
        tickets.open(SampleTickets.draft(SampleTickets.newCall(), null), CALLER).ticket().number();

    List<ChangeResult> results =
        Together.run(
            2,
            i ->
                changes.apply(
                    new TicketChanges.Wish(number, 0, Actor.user("u" + i), EstateScope.ALL),
                    Verb.ACCEPT,
                    ""));

    assertThat(results).filteredOn(ChangeResult.Done.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(ChangeResult.Stale.class::isInstance)
        .first()
        .satisfies(
            stale ->
                assertThat(((ChangeResult.Stale) stale).since())
                    .extracting(TicketEvent::kind)
                    .containsExactly("state-changed"));
  }

  @Test
  void theFeedBringsWhatWasCommittedLate() throws Exception {
    Ticket ticket =
        tickets.open(SampleTickets.draft(SampleTickets.newCall(), null), CALLER).ticket();
    TimelineFeed feed = new TimelineFeed(timeline, Clock.systemUTC());
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                transactions.run(
                    () -> {
                      recorder.note(ticket, CALLER, new Happening.NoteAdded("slow"));
                      written.countDown();
                      return Together.await(mayCommit);
                    }));
    slow.start();
    Together.await(written);
    transactions.run(
        () -> {
          recorder.note(ticket, CALLER, new Happening.NoteAdded("fast"));
          return true;
        });

    List<TicketEvent> first = of(ticket, feed.next());
    mayCommit.countDown();
    slow.join();
    List<TicketEvent> second = of(ticket, feed.next());

    assertThat(first).extracting(e -> e.details().get("text")).containsExactly("fast");
    assertThat(second).extracting(e -> e.details().get("text")).containsExactly("slow");
    assertThat(of(ticket, feed.next())).isEmpty();
  }

  private List<NumberRange> reserveSeveral(String node) {
    List<NumberRange> mine = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      mine.add(numbers.reserve(node, 7));
    }
    return mine;
  }

  private static List<TicketEvent> of(Ticket ticket, List<TicketEvent> events) {
    return events.stream().filter(event -> event.ticket().equals(ticket.number())).toList();
  }

  private static TicketNumber number(List<Opening> openings) {
    return openings.get(0).ticket().number();
  }
}
