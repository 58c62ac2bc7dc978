package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.conversation.Heard.EmergencyWord;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Silence;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Question.Attempt;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A conversation in direct style. In every turn {@code 0} and "人工" throw {@link PersonWanted}, an
 * emergency word throws {@link EmergencyHeard}, {@code *} and "再说一遍" repeat the prompt, "讲广东话",
 * where no grammar is in use, does so in that dialect if it is recorded, {@code *} once more offers
 * the dialects, and a call that lasts too long throws {@link CallTooLong} — unless {@link #alert}
 * or {@link #calm} says that this has been seen to.
 */
public final class Talk {
  /** The key of the first dialect that is offered. */
  public static final int FIRST_DIALECT = 2;

  private static final String NO_DIALECT = "1";

  private final Conversation conversation;
  private final Understanding understanding;
  private final Memory memory;
  private final Patience patience;
  private final Voice voice;
  private final boolean emergencies;
  private final boolean persons;

  /** What is understood in every turn, and what is said of dialects. */
  public record Understanding(
      EmergencyWords emergencies, Commands commands, DialectPrompts dialects) {}

  /** What is said of dialects; they are named by their codes. */
  public interface DialectPrompts {
    /** To who has asked for one: that she may speak it. */
    Prompt noted(String code);

    /** Which there are, and the key of each, beginning with 1. */
    Prompt offered(List<String> codes);
  }

  /** Keeps what the caller says; told before anything is made of it. */
  public interface Memory {
    void heard(Heard heard);

    /** From now on she speaks a dialect, by her own word. */
    void dialect(String code);

    /** Whether her next answer in her own words may tell which dialect she speaks. */
    boolean listensForDialect();

    /** She has said something in her own words that is neither a command nor an emergency. */
    void spoke(Words words);

    /**
     * The dialect in which she is spoken with now; the next prompt is said in it.
     *
     * @return its code; the empty string for the one in which the call began
     */
    String dialect();

    /** The dialects that are offered to her, at most nine; what she keys counts from 1. */
    List<String> dialects();
  }

  /** Changes the voice of a conversation only where it is another one. */
  private static final class Voice {
    private final Conversation conversation;
    private String now;

    Voice(Conversation conversation, String now) {
      this.conversation = conversation;
      this.now = now;
    }

    void follow(String dialect) {
      if (!dialect.equals(now)) {
        now = dialect;
        conversation.speak(dialect);
      }
    }
  }

  public Talk(
      Conversation conversation, Understanding understanding, Memory memory, Patience patience) {
    this(
        conversation,
        understanding,
        memory,
        patience,
        new Voice(conversation, memory.dialect()),
        true,
        true);
  }

  private Talk(
      Conversation conversation,
      Understanding understanding,
      Memory memory,
      Patience patience,
      Voice voice,
      boolean emergencies,
      boolean persons) {
    this.conversation = conversation;
    this.understanding = understanding;
    this.memory = memory;
    this.patience = patience;
    this.voice = voice;
    this.emergencies = emergencies;
    this.persons = persons;
  }

  /** The same talk once a person has been asked for: 0 and "人工" are ordinary input. */
  public Talk calm() {
    return new Talk(conversation, understanding, memory, patience, voice, emergencies, false);
  }

  /** The same talk during an emergency: nothing interrupts it any more. */
  public Talk alert() {
    return new Talk(conversation, understanding, memory, Patience.ENDLESS, voice, false, false);
  }

  /**
   * Says something. Words that are no command do not keep the rest from being heard: it is said
   * once more; a key skips it.
   */
  public void say(Prompt prompt) {
    if (turn(prompt, Listening.whileSaying()) instanceof Words) {
      turn(prompt, Listening.uninterrupted());
    }
  }

  /** Says something, whatever the caller does meanwhile. */
  public void farewell(Prompt prompt) {
    voice.follow(memory.dialect());
    memory.heard(conversation.turn(prompt, Listening.uninterrupted()));
  }

  /** Asks until it is understood or all attempts are used up. */
  public <T> Answer<T> ask(Question<T> question) {
    boolean anything = false;
    for (Attempt attempt : question.attempts()) {
      Heard heard = turn(attempt.prompt(), attempt.listening());
      anything |= !(heard instanceof Silence);
      Optional<T> value = question.read(heard);
      if (value.isPresent() && confirmed(question, value.get())) {
        return new Answer.Understood<>(value.get());
      }
    }
    return anything ? new Answer.NoMatch<>() : new Answer.NoInput<>();
  }

  /** Only a no is a no: silence after a question that the caller has just answered is consent. */
  private <T> boolean confirmed(Question<T> question, T value) {
    return question
        .confirmation()
        .apply(value)
        .map(this::ask)
        .map(answer -> !(answer instanceof Answer.Understood<Boolean> said) || said.value())
        .orElse(true);
  }

  /** One turn; what comes back is never a command. */
  public Heard turn(Prompt prompt, Listening listening) {
    boolean starBefore = false;
    while (true) {
      Heard heard = hear(prompt, listening);
      memory.heard(heard);
      if (heard instanceof EmergencyWord emergency) {
        return emergency(emergency);
      }
      boolean star = heard instanceof Keys keys && keys.digits().contains("*");
      Optional<String> dialect = dialectIn(heard);
      if (star && starBefore) {
        Heard chosen = offer();
        dialect = dialectOf(chosen);
        if (dialect.isEmpty() && chosen instanceof Keys keys && keys.digits().equals(NO_DIALECT)) {
          // The greeting's key of emergencies is never one of the dialects'.
          return chosen;
        }
      }
      if (dialect.isPresent()) {
        Heard after = speak(dialect.get(), listening);
        if (!(after instanceof Silence)) {
          return after;
        }
      } else if (!repeats(heard, listening)) {
        return heard;
      }
      starBefore = star && !starBefore;
    }
  }

  private Heard hear(Prompt prompt, Listening listening) {
    patience.check();
    voice.follow(memory.dialect());
    return conversation.turn(prompt, withCommands(listening));
  }

  private Words emergency(EmergencyWord emergency) {
    if (emergencies) {
      throw new EmergencyHeard(emergency.word(), emergency.text());
    }
    return words(emergency);
  }

  /**
   * Offers the dialects; whoever does not choose one is asked again what she was asked. Not in an
   * emergency, where nothing may come between.
   */
  private Heard offer() {
    if (!emergencies) {
      return new Silence(Duration.ZERO, Duration.ZERO);
    }
    List<String> codes = memory.dialects();
    Listening keys = Listening.choice(understanding.commands().dialectNames(), 1);
    Heard heard;
    do {
      heard = hear(understanding.dialects().offered(codes), keys);
      if (dialectOf(heard).isPresent()) {
        // Told to nobody: a key by which nothing is complained makes no ticket.
        return heard;
      }
      memory.heard(heard);
      if (heard instanceof EmergencyWord emergency) {
        emergency(emergency);
      }
    } while (repeats(heard, keys));
    return heard;
  }

  /** The one that was named or keyed where they were offered. */
  private Optional<String> dialectOf(Heard heard) {
    if (!(heard instanceof Keys keys)) {
      return dialectIn(heard);
    }
    List<String> codes = memory.dialects();
    int at = keys.digits().matches("[1-9]") ? Integer.parseInt(keys.digits()) - FIRST_DIALECT : -1;
    return at >= 0 && at < codes.size() ? Optional.of(codes.get(at)) : Optional.empty();
  }

  private Optional<String> dialectIn(Heard heard) {
    return heard instanceof Words words && words.decoded()
        ? understanding.commands().wantsDialect(words.text())
        : Optional.empty();
  }

  /** Who has been told that she may begins to speak at once, or waits for the question. */
  private Heard speak(String dialect, Listening listening) {
    memory.dialect(dialect);
    return turn(
        understanding.dialects().noted(dialect),
        Listening.uninterrupted().withMaxDigits(listening.maxDigits()));
  }

  private static Words words(EmergencyWord emergency) {
    String text = emergency.text().isEmpty() ? emergency.word() : emergency.text();
    return new Words(text, 1, true, emergency.from(), emergency.to());
  }

  private boolean repeats(Heard heard, Listening listening) {
    if (heard instanceof Keys keys) {
      if (persons && keys.digits().equals("0")) {
        throw new PersonWanted("key 0");
      }
      return keys.digits().contains("*");
    }
    if (heard instanceof Words words && words.decoded()) {
      if (emergencies) {
        understanding
            .emergencies()
            .spotted(words.text())
            .ifPresent(
                word -> {
                  throw new EmergencyHeard(word, words.text());
                });
        if (listening.phrases().isEmpty()) {
          memory.spoke(words);
        }
      }
      if (persons && understanding.commands().wantsPerson(words.text())) {
        throw new PersonWanted("asked for a person");
      }
      return understanding.commands().wantsRepeat(words.text());
    }
    return false;
  }

  /** A grammar hears nothing but its phrases, so the commands of every turn belong to each. */
  private Listening withCommands(Listening listening) {
    if (!listening.phrases().isEmpty()) {
      return listening.withPhrases(understanding.commands().phrases());
    }
    return emergencies && memory.listensForDialect() ? listening.comparingDialects() : listening;
  }

  /** Rings lines one after the other; talking with a person costs no patience. */
  public Optional<PhoneLine> connect(
      List<PhoneLine> lines, Duration each, Prompt waiting, Prompt whisper) {
    return connect(lines, each, waiting, whisper, Optional.empty());
  }

  /** The same while somebody else is being looked for, too. */
  public Optional<PhoneLine> connect(
      List<PhoneLine> lines,
      Duration each,
      Prompt waiting,
      Prompt whisper,
      Optional<Beside> beside) {
    if (lines.isEmpty() && beside.isEmpty()) {
      return Optional.empty();
    }
    Optional<PhoneLine> answered = conversation.connect(lines, each, waiting, whisper, beside);
    patience.renew();
    return answered;
  }

  /** Waits for a person; that costs no patience. */
  public Waited await(QueueAct act) {
    Waited waited = conversation.await(act);
    patience.renew();
    return waited;
  }
}
