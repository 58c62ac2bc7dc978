package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call on the telephone. Belongs to the thread of its AGI script. */
final class TelephoneConversation implements Conversation {
  private final CallContext context;
  private final MediumSource source;
  private final Connecting.Talk talk;
  private final Consumer<String> voice;
  private @Nullable Medium medium;
  private boolean over;

  /**
   * @param voice told of the dialect that the caller wants to hear
   */
  TelephoneConversation(
      CallContext context, MediumSource source, Connecting.Talk talk, Consumer<String> voice) {
    this.context = context;
    this.source = source;
    this.talk = talk;
    this.voice = voice;
  }

  @Override
  public Call call() {
    return context.call();
  }

  @Override
  public void speak(String dialect) {
    voice.accept(dialect);
    context.parts().recognizer().speaks(dialect);
    context.spoken().speaks(dialect);
  }

  @Override
  public Heard turn(Prompt prompt, Listening listening) {
    return whileTheCallerIsThere(
        () -> {
          context.spoken().asked(prompt);
          Optional<Heard> heard = Optional.empty();
          while (heard.isEmpty()) {
            heard = medium().turn(prompt, listening);
          }
          context.spoken().heard(heard.get());
          return heard.get();
        });
  }

  @Override
  public Optional<PhoneLine> connect(
      List<PhoneLine> lines,
      Duration each,
      Prompt waiting,
      Prompt whisper,
      Optional<Beside> beside) {
    return whileTheCallerIsThere(
        () -> {
          context.spoken().asked(waiting);
          return new Connecting(context, this::medium, talk, waiting, beside)
              .connect(lines, each, whisper);
        });
  }

  @Override
  public Waited await(QueueAct act) {
    return whileTheCallerIsThere(
        () -> {
          endSound();
          context.spoken().over();
          return new AgiQueue(context).perform(act);
        });
  }

  private <T> T whileTheCallerIsThere(Supplier<T> act) {
    if (over) {
      throw new HangUp("the call is over");
    }
    try {
      return act.get();
    } catch (HangUp gone) {
      over = true;
      hungUp(Who.CALLER);
      throw gone;
    }
  }

  private void hungUp(Who who) {
    context.report().hungUp(who, context.time().now());
  }

  private Medium medium() {
    Medium current = medium;
    if (current == null || !current.usable()) {
      current = source.open();
      medium = current;
    }
    return current;
  }

  @Override
  public void hangUp() {
    if (over) {
      return;
    }
    try {
      finish();
      hungUp(Who.HOTLINE);
      context.agi().hangUp();
    } catch (HangUp gone) {
      hungUp(Who.CALLER);
    } finally {
      over = true;
    }
  }

  /**
   * Tells Asterisk that the call was brought to its end properly, so that it does not take over.
   *
   * @throws HangUp when the caller has gone in the last moment, which is as good an end
   */
  void finish() {
    endSound();
    context.agi().setVariable("HOTLINE_DONE", "1");
  }

  /** Ends the sound; Asterisk keeps the caller. */
  void endSound() {
    Medium current = medium;
    medium = null;
    if (current != null) {
      current.end();
    }
  }
}
