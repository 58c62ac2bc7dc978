package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A survey that remembers what was answered, in words and in order. */
public final class FakeSurvey implements SurveyCall, SurveyAnswers {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final List<String> answers = new ArrayList<>();
  private SurveyCase about =
      new SurveyCase(
          "1000017",
          new Intent("repair", "facilities", "lift", "urgent", 1),
          LocalDate.of(2026, 1, 3),
          TicketStatus.Stage.DONE,
          "",
          new Place("sun", "3号楼", "2单元", "502", ""),
          ZONE,
          1,
          false);
  private UnaryOperator<Instant> allowed = UnaryOperator.identity();
  private Next next = Next.CLOSED;
  private Optional<OwnVoice> ownVoice = Optional.empty();
  private List<AskedQuestion> questions = List.of();

  /** Greets her by this name. */
  public FakeSurvey addressing(String name) {
    about = with(name, about.turn(), about.doubtful(), about.intent());
    return this;
  }

  /** The so manieth survey. */
  public FakeSurvey turn(long turn) {
    about = with(about.addressee(), turn, about.doubtful(), about.intent());
    return this;
  }

  /** Maybe a machine has answered. */
  public FakeSurvey doubtful() {
    about = with(about.addressee(), about.turn(), true, about.intent());
    return this;
  }

  /** About another topic. */
  public FakeSurvey about(String category, String subcategory) {
    Intent intent = new Intent("repair", category, subcategory, "general", 1);
    about = with(about.addressee(), about.turn(), about.doubtful(), intent);
    return this;
  }

  private SurveyCase with(String name, long turn, boolean doubtful, Intent intent) {
    return new SurveyCase(
        about.ticket(),
        intent,
        about.reportedOn(),
        about.stage(),
        name,
        about.place(),
        about.zone(),
        turn,
        doubtful);
  }

  /** What she said when she reported it. */
  public FakeSurvey recorded(OwnVoice voice) {
    ownVoice = Optional.of(voice);
    return this;
  }

  /** Belongs to no ticket and asks these. */
  public FakeSurvey asking(AskedQuestion... asked) {
    questions = List.of(asked);
    about =
        new SurveyCase(
            "",
            Intent.UNKNOWN,
            about.reportedOn(),
            about.stage(),
            about.addressee(),
            about.place(),
            about.zone(),
            about.turn(),
            about.doubtful());
    return this;
  }

  /** When she may be phoned. */
  public FakeSurvey allowing(UnaryOperator<Instant> rule) {
    allowed = rule;
    return this;
  }

  /** What follows when it is finished. */
  public FakeSurvey followedBy(Next other) {
    next = other;
    return this;
  }

  /** What was handed on, in order. */
  public List<String> given() {
    return List.copyOf(answers);
  }

  @Override
  public SurveyCase about() {
    return about;
  }

  @Override
  public Optional<OwnVoice> ownVoice() {
    return ownVoice;
  }

  @Override
  public List<AskedQuestion> questions() {
    return questions;
  }

  @Override
  public SurveyAnswers answers() {
    return this;
  }

  @Override
  public Instant allowed(Instant wanted) {
    return allowed.apply(wanted);
  }

  @Override
  public void ended() {
    answers.add("ended");
  }

  @Override
  public void solved(Solved answer) {
    answers.add(answer.name());
  }

  @Override
  public void satisfaction(int score) {
    answers.add("score " + score);
  }

  @Override
  public void aspect(Aspect aspect, int score) {
    answers.add(aspect + " " + score);
  }

  @Override
  public void recommendation(int points) {
    answers.add("points " + points);
  }

  @Override
  public void answer(int number, int value) {
    answers.add(number + ": " + value);
  }

  @Override
  public void words(int number, Comment words) {
    answers.add(number + ": " + (words.decoded() ? words.text() : "recorded"));
  }

  @Override
  public void comment(Comment comment) {
    answers.add("comment " + (comment.decoded() ? comment.text() : "recorded"));
  }

  @Override
  public void takenBack() {
    answers.add("taken back");
  }

  @Override
  public void unclear() {
    answers.add("unclear");
  }

  @Override
  public void postponed(Optional<Instant> until) {
    answers.add(
        "later " + until.map(at -> at.atZone(ZONE).toLocalDateTime().toString()).orElse("?"));
  }

  @Override
  public void declined() {
    answers.add("declined");
  }

  @Override
  public void stranger() {
    answers.add("stranger");
  }

  @Override
  public void nobody() {
    answers.add("nobody");
  }

  @Override
  public void personWanted() {
    answers.add("wants a person");
  }

  @Override
  public void talked(PhoneLine line) {
    answers.add("talked with " + line.name());
  }

  @Override
  public void toldElse(OpenedTicket ticket) {
    answers.add("told else " + ticket.number());
  }

  @Override
  public Next finished() {
    answers.add("finished");
    return next;
  }
}
