package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.port.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A survey that remembers what it was told, in order. */
final class WrittenSurvey implements SurveyCall, SurveyAnswers {
  private final List<String> told = new ArrayList<>();

  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public SurveyCase about() {
    return new SurveyCase(
        "1000017",
        new Intent("repair", "facilities", "lift", "general", 1),
        LocalDate.EPOCH,
        TicketStatus.Stage.DONE,
        "",
        Place.UNKNOWN,
        ZoneOffset.UTC,
        1,
        false);
  }

  @Override
  public Optional<OwnVoice> ownVoice() {
    return Optional.of(new OwnVoice(new PhoneNumber("13800000001"), "电梯坏了", new byte[0]));
  }

  @Override
  public SurveyAnswers answers() {
    return this;
  }

  @Override
  public Instant allowed(Instant wanted) {
    return wanted;
  }

  @Override
  public void ended() {
    told.add("ended");
  }

  @Override
  public void answer(int number, int value) {
    told.add(number + ": " + value);
  }

  @Override
  public void solved(Solved answer) {
    told.add(answer.name());
  }

  @Override
  public void satisfaction(int score) {
    told.add("score " + score);
  }

  @Override
  public void aspect(Aspect aspect, int score) {
    told.add(aspect + " " + score);
  }

  @Override
  public void recommendation(int points) {
    told.add("points " + points);
  }

  @Override
  public void comment(Comment comment) {
    told.add("comment");
  }

  @Override
  public void takenBack() {
    told.add("taken back");
  }

  @Override
  public void unclear() {
    told.add("unclear");
  }

  @Override
  public void postponed(Optional<Instant> until) {
    told.add("postponed");
  }

  @Override
  public void declined() {
    told.add("declined");
  }

  @Override
  public void stranger() {
    told.add("stranger");
  }

  @Override
  public void nobody() {
    told.add("nobody");
  }

  @Override
  public void personWanted() {
    told.add("wants a person");
  }

  @Override
  public void talked(PhoneLine line) {
    told.add("talked");
  }

  @Override
  public void toldElse(OpenedTicket ticket) {
    told.add("told else");
  }

  @Override
  public Next finished() {
    told.add("finished");
    return Next.CLOSED;
  }
}
