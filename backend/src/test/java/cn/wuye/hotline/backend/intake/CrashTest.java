package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application dies at every point of the way, one after the other, and starts again. */
class CrashTest {
  private final SettableClock clock = new SettableClock(Instant.now());

  @Test
  void atEveryStepOfASettlementOneTicketWithEverythingSaid(@TempDir Path folder) {
    int steps = stepsOf(folder.resolve("whole"));
    assertThat(steps).isGreaterThanOrEqualTo(8);
    for (int death = 1; death <= steps; death++) {
      FakeBook book = new FakeBook();
      Path home = folder.resolve("death-" + death);
      CallId call = callThatTheDialogDidNotFinish(home, book);
      Node dying = new Node(home, book, clock, new DiesAt(death));
      try {
        dying.intake.round();
        assertThat(death).as("the last step").isEqualTo(steps + 1);
      } catch (Died expected) {
        assertThat(expected.step).isNotEmpty();
      }
      Node next = dying.restarted((c, step) -> {});
      next.intake.round();
      next.intake.round();
      verify(book, call, "death after step " + death);
      assertThat(next.spool.calls()).isEmpty();
      assertThat(next.journal.atWork()).isEmpty();
      next.gate.close();
    }
  }

  @Test
  void betweenTheCommitAndItsNoteTheTicketStaysOne(@TempDir Path folder) {
    for (int death = 1; death <= 4; death++) {
      DyingBook book = new DyingBook(death);
      Path home = folder.resolve("commit-" + death);
      CallId call = callThatTheDialogDidNotFinish(home, book.kept);
      Node dying = new Node(home, book.kept, clock, (c, step) -> {}, book);
      org.assertj.core.api.Assertions.assertThatThrownBy(dying.intake::round)
          .isInstanceOf(Died.class);
      Node next = dying.restarted((c, step) -> {});
      next.intake.round();
      verify(book.kept, call, "death after commit " + death);
      next.gate.close();
    }
  }

  private int stepsOf(Path home) {
    FakeBook book = new FakeBook();
    CallId call = callThatTheDialogDidNotFinish(home, book);
    AtomicInteger steps = new AtomicInteger();
    Node node = new Node(home, book, clock, (c, step) -> steps.incrementAndGet());
    assertThat(node.intake.round()).isEqualTo(1);
    verify(book, call, "no death");
    node.gate.close();
    return steps.get();
  }

  /** She said two things, the first became a draft, then the application died. */
  private CallId callThatTheDialogDidNotFinish(Path home, FakeBook book) {
    CallId call = new CallId("node-1-1763800000." + home.getFileName());
    book.away = true;
    Node first = new Node(home, book, clock, (c, step) -> {});
    new SpoolFiles(home, call, clock.instant())
        .sheet("13800000001", "entered")
        .speech(".wav")
        .unclosed("-caller.wav")
        .ended();
    first.log.started(Node.call(call));
    first.log.turn(call, Node.heard(Turn.Kind.WORDS, "三号楼的电梯"));
    first.desk.put(call, Node.draft("三号楼的电梯", TicketDraft.Completeness.UNFINISHED));
    first.log.turn(call, Node.heard(Turn.Kind.WORDS, "里面有人"));
    first.journal.close();
    first.gate.close();
    book.away = false;
    clock.pass(Duration.ofSeconds(5));
    return call;
  }

  private static void verify(FakeBook book, CallId call, String when) {
    assertThat(book.tickets).as(when).containsOnlyKeys(call);
    TicketEntry ticket = Objects.requireNonNull(book.tickets.get(call));
    assertThat(ticket.draft().text()).as(when).isEqualTo("三号楼的电梯；里面有人");
    assertThat(ticket.number()).as(when).isEqualTo("1000");
    assertThat(Objects.requireNonNull(book.calls.get(call)).turns()).as(when).hasSize(2);
    assertThat(Objects.requireNonNull(book.sounds.get(call)))
        .as(when)
        .containsOnlyKeys(SpoolSound.MIXED, SpoolSound.CALLER);
  }

  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
    private final String step;

    Died(String step) {
      super(step);
      this.step = step;
    }
  }

  private static final class DiesAt implements Checkpoint {
    private int left;

    DiesAt(int step) {
      this.left = step;
    }

    @Override
    public void passed(CallId call, String step) {
      if (--left == 0) {
        throw new Died(step);
      }
    }
  }

  /** Commits, and dies before anybody hears of it. */
  private static final class DyingBook implements CallBook {
    private final FakeBook kept = new FakeBook();
    private int left;

    DyingBook(int death) {
      this.left = death;
    }

    @Override
    public String enter(TicketEntry ticket) {
      String number = kept.enter(ticket);
      die();
      return number;
    }

    @Override
    public void enter(CallEntry call) {
      kept.enter(call);
      die();
    }

    @Override
    public void enter(MemoryEntry memory) {
      kept.enter(memory);
      die();
    }

    @Override
    public void enter(SoundEntry sound) {
      kept.enter(sound);
      die();
    }

    private void die() {
      if (--left == 0) {
        throw new Died("commit");
      }
    }
  }
}
