package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.port.CallNow;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.prompt.Prompt;

/** What one caller is telling the machine, as it grows; thread-safe. */
final class SpokenNow {
  private final Call call;
  private final CallsNow follower;
  private String dialect = "";
  private boolean emergency;
  private String prompt = "";
  private String said = "";
  private String running = "";
  private boolean listening;

  SpokenNow(Call call, CallsNow follower) {
    this.call = call;
    this.follower = follower;
  }

  /** The machine says something, and listens. */
  synchronized void asked(Prompt asked) {
    if (!asked.pieces().isEmpty()) {
      prompt = asked.text();
    }
    listening = true;
    tell();
  }

  /** A partial result of this turn: all that was understood in it. */
  synchronized void partial(String text) {
    // What a recogniser still finds after the turn is part of it already.
    if (listening && !text.equals(running)) {
      running = text;
      tell();
    }
  }

  /** The turn is over. */
  synchronized void heard(Heard heard) {
    String words = heard instanceof Heard.Silence ? "" : running;
    if (heard instanceof Heard.Words spoken && spoken.decoded()) {
      words = spoken.text();
    } else if (heard instanceof Heard.EmergencyWord spotted) {
      emergency = true;
      words = spotted.text().isEmpty() ? spotted.word() : spotted.text();
    }
    said = ending(joined(said, words));
    running = "";
    listening = false;
    tell();
  }

  /** She is spoken with in another dialect from now on. */
  synchronized void speaks(String code) {
    dialect = code;
    tell();
  }

  /** A person goes on with her, or nobody. */
  synchronized void over() {
    // What a recogniser still finds would put her on the page again, for good.
    listening = false;
    follower.over(call.id());
  }

  private void tell() {
    String words = ending(joined(said, running));
    follower.told(new CallNow(call, dialect, emergency, prompt, words));
  }

  /** Not by a space: two numbers are not one. */
  private static String joined(String before, String more) {
    return before.isEmpty() || more.isEmpty() ? before + more : before + " / " + more;
  }

  private static String ending(String text) {
    int from = text.length() - CallNow.WORDS;
    if (from <= 0) {
      return text;
    }
    return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }
}
