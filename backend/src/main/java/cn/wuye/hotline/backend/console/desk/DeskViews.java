package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.TalkProposal;
import cn.wuye.hotline.backend.console.TalkViews;
import cn.wuye.hotline.backend.console.TalkViews.UtteranceView;
import cn.wuye.hotline.backend.console.TurnView;
import cn.wuye.hotline.backend.console.TurnViews;
import cn.wuye.hotline.backend.desk.AgentDesk;
import cn.wuye.hotline.backend.desk.CallBrief;
import cn.wuye.hotline.backend.desk.DeskCall;
import cn.wuye.hotline.backend.desk.DeskMessages;
import cn.wuye.hotline.backend.desk.DeskPhone;
import cn.wuye.hotline.backend.desk.EarlierScore;
import cn.wuye.hotline.backend.desk.PauseReason;
import cn.wuye.hotline.backend.desk.Stage;
import cn.wuye.hotline.backend.desk.Target;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk in words. */
@Component
class DeskViews {
  /** What Asterisk gives as the reason when it pauses whoever did not answer. */
  private static final String UNANSWERED = "Auto-Pause";

  private final Choices choices;
  private final TurnViews turns;
  private final TalkViews talks;
  private final Labels labels;
  private final Clock clock;

  DeskViews(Choices choices, TurnViews turns, TalkViews talks, Labels labels, Clock clock) {
    this.choices = choices;
    this.turns = turns;
    this.talks = talks;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * What she does.
   *
   * @param code of the state, for colour and shortcuts
   * @param name in words
   * @param detail the reason of a pause; may be empty
   * @param since epoch milliseconds, from which the page counts up
   * @param until epoch milliseconds, to which it counts down; 0 for none
   * @param phone where she sits; empty for nowhere
   * @param elsewhere the node where her phone is; empty for this one
   */
  record StateView(
      boolean seen,
      String code,
      String name,
      String detail,
      long since,
      long until,
      String phone,
      boolean browser,
      String elsewhere) {
    public boolean seated() {
      return !phone.isEmpty();
    }

    public boolean ready() {
      return code.equals("ready");
    }

    public boolean wrappingUp() {
      return code.equals("wrap-up");
    }

    public boolean gone() {
      return code.equals("gone");
    }
  }

  /**
   * Her call, as far as it can be acted on.
   *
   * @param bound why the caller can neither wait nor be handed on; empty where she can
   */
  record LineView(
      String call,
      String stage,
      String name,
      String caller,
      long since,
      String other,
      boolean muted,
      boolean recordingPaused,
      boolean answered,
      boolean held,
      boolean consulting,
      boolean withOther,
      boolean canAsk,
      String bound) {}

  record PersonView(String id, String name, String place, String age) {}

  record EarlierView(String number, String what, String place, String state, String at) {}

  /**
   * A recording.
   *
   * @param talk what was said in it, where it is a talk with an agent that has a text
   */
  record SoundView(long id, String kind, String length, List<UtteranceView> talk) {}

  record TargetView(String id, String kind, String name) {}

  /** What is known of the call. */
  record CaseView(
      String call,
      String caller,
      boolean numberHidden,
      String dialect,
      List<PersonView> people,
      List<TurnView> turns,
      List<SoundView> sounds,
      List<EarlierView> open,
      List<EarlierView> past,
      List<String> scores,
      boolean unhappy,
      String incident,
      String ticket) {}

  StateView of(AgentDesk.Status status) {
    AgentState state = status.state();
    String code = code(state);
    String detail = "";
    Instant until = Instant.EPOCH;
    if (state instanceof AgentState.Paused paused) {
      detail = reason(paused.reason());
    } else if (state instanceof AgentState.Talking talking && talking.pause().isPresent()) {
      detail = labels.text("desk.pauseFollows", reason(talking.pause().get()));
    } else if (state instanceof AgentState.WrapUp wrapUp) {
      until = wrapUp.until();
    }
    return new StateView(
        status.seen(),
        code,
        labels.text("desk.state." + code),
        detail,
        state.since().toEpochMilli(),
        until.toEpochMilli(),
        status.seat().map(seat -> seat.phone().extension()).orElse(""),
        status.elsewhere().isEmpty()
            && status.seat().map(seat -> seat.phone().browser()).orElse(false),
        status.elsewhere());
  }

  private static String code(AgentState state) {
    if (state instanceof AgentState.Ready) {
      return "ready";
    }
    if (state instanceof AgentState.Paused) {
      return "paused";
    }
    if (state instanceof AgentState.Ringing) {
      return "ringing";
    }
    if (state instanceof AgentState.Talking) {
      return "talking";
    }
    if (state instanceof AgentState.WrapUp) {
      return "wrap-up";
    }
    return state instanceof AgentState.Unreachable ? "unreachable" : "gone";
  }

  /** As she or a supervisor said it, or Asterisk, whose phone was not answered. */
  private String reason(String reason) {
    if (reason.isEmpty() || reason.equals(AgentRules.WRAP_UP)) {
      return "";
    }
    return reason.equals(UNANSWERED)
        ? labels.text("desk.pause.auto")
        : labels.name("desk.pause", reason);
  }

  /** The phones to choose from. */
  List<Choice> phones(List<DeskPhone> phones) {
    return phones.stream()
        .map(
            phone ->
                new Choice(
                    phone.extension(),
                    labels.text(
                        phone.browser() ? "desk.phone.browser" : "desk.phone.desk",
                        phone.extension())))
        .toList();
  }

  List<Choice> pauses() {
    return choices.of("desk.pause", PauseReason.class);
  }

  LineView line(CallBrief brief) {
    DeskCall call = brief.call();
    Stage stage = call.stage();
    return new LineView(
        call.call().value(),
        stage.code(),
        labels.text("desk.stage." + stage.code()),
        masked(brief),
        call.answeredAt().orElse(call.rungAt()).toEpochMilli(),
        call.other(),
        call.muted(),
        call.recordingPaused(),
        stage.answered(),
        stage == Stage.HELD,
        stage == Stage.CONSULTING,
        !call.otherChannel().isEmpty(),
        stage.answered()
            && call.otherChannel().isEmpty()
            && stage != Stage.PARKED
            && call.bound().isEmpty(),
        call.bound().map(why -> labels.text("desk.bound." + why.code())).orElse(""));
  }

  /**
   * What a supervisor has written.
   *
   * @param at time of day
   */
  record MessageView(long id, String sender, String text, String at) {}

  List<MessageView> messages(List<DeskMessages.Message> messages) {
    return messages.stream()
        .map(
            message ->
                new MessageView(
                    message.id(), message.sender(), message.text(), labels.time(message.sentAt())))
        .toList();
  }

  List<TargetView> targets(List<Target> targets) {
    return targets.stream()
        .map(
            target ->
                new TargetView(
                    target.id(), labels.name("desk.target", target.kind()), target.name()))
        .toList();
  }

  CaseView of(CallBrief brief) {
    return new CaseView(
        brief.call().call().value(),
        masked(brief),
        brief.told().caller().isPresent(),
        brief.dialect().isEmpty() ? "" : labels.name("dialect", brief.dialect()),
        brief.residents().stream().map(this::person).toList(),
        brief.told().turns().stream().map(turns::of).toList(),
        brief.recordings().stream().map(sound -> sound(sound, brief)).toList(),
        brief.open().stream().map(this::earlier).toList(),
        brief.past().stream().map(this::earlier).toList(),
        brief.scores().stream().map(this::score).toList(),
        brief.scores().stream().findFirst().map(EarlierScore::dissatisfied).orElse(false),
        brief.incident().map(KnownIncident::words).orElse(""),
        brief.own().map(ticket -> ticket.number().toString()).orElse(""));
  }

  private String masked(CallBrief brief) {
    return brief
        .told()
        .caller()
        .map(PhoneNumber::masked)
        .orElseGet(() -> labels.text("desk.withheld"));
  }

  private PersonView person(Resident resident) {
    String place =
        resident.dwellings().stream()
            .findFirst()
            .map(
                home ->
                    Stream.of(
                            estate(home.estateId().toString()),
                            home.building(),
                            home.unit(),
                            home.room())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
            .orElse("");
    return new PersonView(
        String.valueOf(resident.id()), resident.name(), place, age(resident.birthYear()));
  }

  private String estate(String id) {
    return choices.estates(EstateScope.ALL).stream()
        .filter(choice -> choice.value().equals(id))
        .map(Choice::text)
        .findFirst()
        .orElse("");
  }

  private String age(@Nullable Integer birthYear) {
    return birthYear == null
        ? ""
        : labels.text("desk.age", LocalDate.now(clock.withZone(Labels.ZONE)).getYear() - birthYear);
  }

  /** What the caller said to agents, where it is not in her form yet; empty for nothing. */
  String proposal(CallBrief brief, String typed) {
    return TalkProposal.addition(typed, talks.callerWords(brief.recordings(), brief.transcripts()));
  }

  private SoundView sound(Recording recording, CallBrief brief) {
    return new SoundView(
        recording.id(),
        labels.text("ticket.recording." + recording.kind().code()),
        labels.length(recording.duration()),
        talks.of(recording, brief.transcripts()));
  }

  private EarlierView earlier(TicketRow row) {
    return new EarlierView(
        row.number().toString(),
        choices.categoryName(
            row.contents().subject().category(), row.contents().subject().subcategory()),
        row.placeLine(),
        labels.name("state", row.state()),
        labels.time(row.openedAt()));
  }

  private String score(EarlierScore score) {
    return labels.text(
        "desk.score",
        labels.time(score.at()),
        Satisfaction.ofKey(score.satisfaction())
            .map(given -> labels.name("satisfaction", given))
            .orElse(""),
        score.ticket().toString());
  }
}
