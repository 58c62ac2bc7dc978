package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A queue that does what a test says: without moves there is none. */
public final class FakePersonQueues implements PersonQueues {
  private static final Duration SLICE = Duration.ofSeconds(60);

  private final Clock clock;
  private final Deque<QueueMove> moves = new ArrayDeque<>();
  private final Deque<Waited> ends = new ArrayDeque<>();
  private final Deque<QueueStanding> standings = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private boolean callBacks = true;
  private @Nullable String talkedBefore;
  private @Nullable PhoneLine alarmed;
  private @Nullable QueueNeeds needs;

  public FakePersonQueues(Clock clock) {
    this.clock = clock;
  }

  /** She is in the queue for a minute. */
  public FakePersonQueues stays() {
    return moves(
        new QueueMove.Do(
            new QueueAct.Stay(Map.of("HOTLINE_QUEUE", "q-general"), "q-general,cCr,,,60", SLICE)));
  }

  /** The agent who talked with her last is rung. */
  public FakePersonQueues ringsLastAgent() {
    return moves(new QueueMove.Do(new QueueAct.Ring("PJSIP/1001", Duration.ofSeconds(10))));
  }

  public FakePersonQueues asks(boolean waiting, boolean callBack, QueueMove.Why why) {
    return moves(new QueueMove.Choice(waiting, callBack, why, Optional.empty()));
  }

  public FakePersonQueues moves(QueueMove move) {
    moves.add(move);
    return this;
  }

  /** How the next stay or ring ends. */
  public FakePersonQueues ends(Waited how) {
    ends.add(how);
    return this;
  }

  /** Where she stands when she is told next. */
  public FakePersonQueues stands(int before, int minutes) {
    standings.add(
        new QueueStanding(before, minutes == 0 ? OptionalInt.empty() : OptionalInt.of(minutes)));
    return this;
  }

  public FakePersonQueues withoutCallBacks() {
    callBacks = false;
    return this;
  }

  /** She talks with an agent and hangs up herself. */
  public FakePersonQueues talkedBeforeSheHungUp(String agent) {
    talkedBefore = agent;
    return this;
  }

  /** In an emergency an agent answers at once. */
  public FakePersonQueues answersAlarms(PhoneLine agent) {
    alarmed = agent;
    return this;
  }

  @Override
  public Optional<PhoneRinger.Beside> alarm(Call call, QueueNeeds wanted, Prompt whisper) {
    needs = wanted;
    PhoneLine agent = alarmed;
    return agent == null
        ? Optional.empty()
        : Optional.of(new PhoneRinger.Beside(agent, new Answered()));
  }

  private static final class Answered implements PhoneRinger.Ringing {
    @Override
    public CompletableFuture<PhoneRinger.Outcome> outcome() {
      return CompletableFuture.completedFuture(PhoneRinger.Outcome.ANSWERED);
    }

    @Override
    public void cancel() {}
  }

  public Deque<Waited> ends() {
    return ends;
  }

  /** What the dialog has told the queue, in order. */
  public List<String> told() {
    return List.copyOf(told);
  }

  public QueueNeeds needs() {
    if (needs == null) {
      throw new AssertionError("nobody has asked for a person");
    }
    return needs;
  }

  @Override
  public Optional<QueueWait> join(Call call, QueueNeeds wanted) {
    needs = wanted;
    return moves.isEmpty() ? Optional.empty() : Optional.of(new Waiting(clock.instant()));
  }

  private final class Waiting implements QueueWait {
    private final Instant began;
    private boolean closed;

    Waiting(Instant began) {
      this.began = began;
    }

    @Override
    public QueueMove next() {
      QueueMove move = moves.poll();
      if (move == null) {
        throw new AssertionError("the test says nothing of what comes next");
      }
      return move;
    }

    @Override
    public void waited(Waited how) {
      told.add(how.how().name());
    }

    @Override
    public void asked() {
      told.add("asked");
    }

    @Override
    public Duration since() {
      return Duration.between(began, clock.instant());
    }

    @Override
    public QueueStanding standing(int minutesSaid) {
      QueueStanding standing = standings.poll();
      return standing == null ? new QueueStanding(3, OptionalInt.empty()) : standing;
    }

    @Override
    public String talked(String agent) {
      told.add("talked " + agent);
      return "坐席 " + agent;
    }

    @Override
    public boolean callBack() {
      told.add("call back");
      return callBacks;
    }

    @Override
    public Optional<String> gone() {
      told.add("gone");
      return Optional.ofNullable(talkedBefore);
    }

    @Override
    public Optional<String> answered() {
      told.add("hung up");
      return Optional.ofNullable(talkedBefore);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        told.add("closed");
      }
    }
  }
}
