package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.intent.Explanation;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PersonQueues;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the hotline would understand and do, by holding the first turns of a call that nobody
 * makes: no ticket is opened, no phone rings.
 */
public final class TryOut {
  private static final Duration PROMISE = Duration.ofHours(2);

  private final Directory directory;
  private final Clock clock;

  public TryOut(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param explanation which words counted
   * @param greeting what the caller hears first
   * @param next what would be said next, until the hotline listens again or a phone rings
   * @param asksAgain whether the same question would be put once more
   * @param rings the phones that would ring, in order; empty for none
   * @param ticket the ticket as it stood if she hung up then; empty when there was none
   * @param estateName where it is, as far as it was understood
   */
  public record Outcome(
      Explanation explanation,
      String greeting,
      List<String> next,
      boolean asksAgain,
      List<PhoneLine> rings,
      Optional<TicketDraft> ticket,
      String estateName) {
    public Outcome {
      next = List.copyOf(next);
      rings = List.copyOf(rings);
    }

    /** The same for who may not see whose phones they are. */
    public Outcome withoutRings() {
      return new Outcome(explanation, greeting, next, asksAgain, List.of(), ticket, estateName);
    }
  }

  /**
   * Tries one answer to the greeting.
   *
   * @param answer a sentence, or a single key {@code 0-9 * #}
   */
  public Outcome of(Wording wording, String answer) {
    Rehearsal rehearsal = new Rehearsal(answer);
    new ComplaintDialog(
            rehearsal,
            directory,
            TicketProgress.NONE,
            KnownIncidents.NONE,
            MissedSurveys.NONE,
            PersonQueues.NONE,
            clock)
        .run(rehearsal, wording);
    List<String> estates = directory.estates().stream().map(Directory.Estate::name).toList();
    String key = rehearsal.lastKey;
    Optional<TicketDraft> ticket = Optional.ofNullable(rehearsal.ticket);
    return new Outcome(
        wording.intents().withNames(estates).explain(rehearsal.keyed() ? "" : answer),
        rehearsal.greeting,
        rehearsal.next,
        key.equals("greeting") || key.startsWith("ask-problem"),
        rehearsal.rings,
        ticket,
        ticket.map(draft -> directory.estateName(draft.place().estateId())).orElse(""));
  }

  /** Answers once and hangs up at the next question. */
  private final class Rehearsal implements Conversation, TicketDesk {
    private final String answer;
    private final Call call =
        new Call(new CallId("try-out"), Optional.empty(), "", clock.instant(), "");
    private final List<String> next = new ArrayList<>();
    private List<PhoneLine> rings = List.of();
    private String greeting = "";
    private String lastKey = "";
    private boolean answered;
    private @Nullable TicketDraft ticket;

    Rehearsal(String answer) {
      this.answer = answer;
    }

    boolean keyed() {
      return answer.matches("[0-9*#]");
    }

    @Override
    public OpenedTicket put(CallId id, TicketDraft draft) {
      ticket = draft;
      return new OpenedTicket("0", PROMISE);
    }

    @Override
    public void served(CallId id) {
      // Nothing is kept of a rehearsal.
    }

    @Override
    public void remember(CallId id, boolean agreed, Place place) {
      // Nothing is kept of a rehearsal.
    }

    @Override
    public Call call() {
      return call;
    }

    @Override
    public Heard turn(Prompt prompt, Listening listening) {
      if (!answered) {
        answered = true;
        greeting = prompt.text();
        return keyed()
            ? new Heard.Keys(answer, Duration.ZERO, Duration.ZERO)
            : new Heard.Words(answer, 1, true, Duration.ZERO, Duration.ZERO);
      }
      next.add(prompt.text());
      lastKey = prompt.key();
      if (listening.noInput().isZero()) {
        return new Heard.Silence(Duration.ZERO, Duration.ZERO);
      }
      throw new HangUp("that was all");
    }

    @Override
    public Optional<PhoneLine> connect(
        List<PhoneLine> lines,
        Duration each,
        Prompt waiting,
        Prompt whisper,
        Optional<Beside> beside) {
      next.add(waiting.text());
      rings = List.copyOf(lines);
      throw new HangUp("phones ring now");
    }

    @Override
    public Waited await(QueueAct act) {
      throw new IllegalStateException("a rehearsal has no queues");
    }

    @Override
    public void hangUp() {
      // Nobody is on the line.
    }
  }
}
