package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;

/** Tells the call log of one call's acts. */
final class TurnReport {
  /** Keys as long as this may be somebody's telephone number. */
  private static final int TELEPHONE_NUMBER = 11;

  private final CallLog log;
  private final CallId call;

  TurnReport(CallLog log, CallId call) {
    this.log = log;
    this.call = call;
  }

  void said(Prompt prompt, Duration from, Duration to) {
    if (!prompt.pieces().isEmpty()) {
      turn(new Turn(Who.HOTLINE, Kind.SAID, prompt.text(), prompt.key(), from, to));
    }
  }

  void heard(Heard heard) {
    if (heard instanceof Heard.Words words) {
      caller(Kind.WORDS, words.text(), heard);
    } else if (heard instanceof Heard.Keys keys) {
      caller(Kind.KEYS, masked(keys.digits()), heard);
    } else if (heard instanceof Heard.EmergencyWord spotted) {
      String text = spotted.text().isEmpty() ? spotted.word() : spotted.text();
      caller(Kind.EMERGENCY_WORD, text, heard);
    } else {
      caller(Kind.SILENCE, "", heard);
    }
  }

  private void caller(Kind kind, String text, Heard heard) {
    turn(new Turn(Who.CALLER, kind, text, "", heard.from(), heard.to()));
  }

  void connected(String name, Duration from, Duration to) {
    turn(new Turn(Who.HOTLINE, Kind.CONNECTED, name, "", from, to));
  }

  void hungUp(Who who, Duration at) {
    turn(new Turn(who, Kind.HUNG_UP, "", "", at, at));
  }

  private void turn(Turn turn) {
    log.turn(call, turn);
  }

  private static String masked(String digits) {
    return digits.length() >= TELEPHONE_NUMBER && digits.matches("[0-9]{11,20}")
        ? new PhoneNumber(digits).masked()
        : digits;
  }
}
