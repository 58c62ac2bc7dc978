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
import java.util.function.Function;

/**
 * A conversation in direct style. In every turn {@code 0} and "人工" throw {@link PersonWanted}, an
 * emergency word throws {@link EmergencyHeard}, {@code *} and "再说一遍" repeat the prompt, "讲广东话",
 * where no grammar is in use, does so in that dialect if it is recorded, and a call that lasts too
 * long throws {@link CallTooLong} — unless {@link #alert} or {@link #calm} says that this has been
 * seen to.
 */
public final class Talk {
  private final Conversation conversation;
  private final Understanding understanding;
  private final Memory memory;
  private final Patience patience;
  private final boolean emergencies;
  private final boolean persons;

  /**
   * What is understood in every turn.
   *
   * @param dialectNoted what is said to who has asked for a dialect, by its code
   */
  public record Understanding(
      EmergencyWords emergencies, Commands commands, Function<String, Prompt> dialectNoted) {}

  /** Keeps what the caller says; told before anything is made of it. */
  public interface Memory {
    void heard(Heard heard);

    /** From now on she speaks a dialect, by her own word. */
    void dialect(String code);
  }

  public Talk(
      Conversation conversation, Understanding understanding, Memory memory, Patience patience) {
    this(conversation, understanding, memory, patience, true, true);
  }

  private Talk(
      Conversation conversation,
      Understanding understanding,
      Memory memory,
      Patience patience,
      boolean emergencies,
      boolean persons) {
    this.conversation = conversation;
    this.understanding = understanding;
    this.memory = memory;
    this.patience = patience;
    this.emergencies = emergencies;
    this.persons = persons;
  }

  /** The same talk once a person has been asked for: 0 and "人工" are ordinary input. */
  public Talk calm() {
    return new Talk(conversation, understanding, memory, patience, emergencies, false);
  }

  /** The same talk during an emergency: nothing interrupts it any more. */
  public Talk alert() {
    return new Talk(conversation, understanding, memory, Patience.ENDLESS, false, false);
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
    while (true) {
      patience.check();
      Heard heard = conversation.turn(prompt, withCommands(listening));
      memory.heard(heard);
      if (heard instanceof EmergencyWord emergency) {
        if (emergencies) {
          throw new EmergencyHeard(emergency.word(), emergency.text());
        }
        return words(emergency);
      }
      Optional<String> dialect = dialectIn(heard);
      if (dialect.isPresent()) {
        Heard after = speak(dialect.get());
        if (!(after instanceof Silence)) {
          return after;
        }
      } else if (!repeats(heard)) {
        return heard;
      }
    }
  }

  private Optional<String> dialectIn(Heard heard) {
    return heard instanceof Words words && words.decoded()
        ? understanding.commands().wantsDialect(words.text())
        : Optional.empty();
  }

  /** Who has been told that she may begins to speak at once, or waits for the question. */
  private Heard speak(String dialect) {
    conversation.speak(dialect);
    memory.dialect(dialect);
    return turn(understanding.dialectNoted().apply(dialect), Listening.uninterrupted());
  }

  private static Words words(EmergencyWord emergency) {
    String text = emergency.text().isEmpty() ? emergency.word() : emergency.text();
    return new Words(text, 1, true, emergency.from(), emergency.to());
  }

  private boolean repeats(Heard heard) {
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
    return listening.phrases().isEmpty()
        ? listening
        : listening.withPhrases(understanding.commands().phrases());
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
