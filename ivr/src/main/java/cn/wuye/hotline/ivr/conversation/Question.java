package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question: its prompt and ever simpler ones for who does not answer, what may be said, what may
 * be keyed, and whether the answer is confirmed. Immutable; the {@code with} methods return copies.
 *
 * @param attempts the prompts in order, each with its way of listening; normally one and two
 *     re-prompts
 * @param words what was said to the value, empty when it is no answer
 * @param keys what was keyed to the value, empty when it is no answer; never sees {@code 0} alone
 *     or {@code *}
 * @param recorded the value of an answer that nothing could decode and that only stands in the
 *     recording; empty when that is no answer
 * @param confirmation the question whether the value is right; empty for values that are certain or
 *     where a mistake costs nothing
 */
public record Question<T>(
    List<Attempt> attempts,
    Function<String, Optional<T>> words,
    Function<String, Optional<T>> keys,
    Optional<T> recorded,
    Function<T, Optional<Question<Boolean>>> confirmation) {

  /** One attempt. */
  public record Attempt(Prompt prompt, Listening listening) {}

  public Question {
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("a question needs a prompt");
    }
  }

  /** A question that understands nothing yet. */
  public static <T> Question<T> asking(Prompt prompt, Listening listening) {
    return new Question<>(
        List.of(new Attempt(prompt, listening)),
        text -> Optional.empty(),
        digits -> Optional.empty(),
        Optional.empty(),
        value -> Optional.empty());
  }

  /** With one more attempt, which should be simpler than those before. */
  public Question<T> then(Prompt prompt, Listening listening) {
    List<Attempt> more = new ArrayList<>(attempts);
    more.add(new Attempt(prompt, listening));
    return new Question<>(more, words, keys, recorded, confirmation);
  }

  public Question<T> withWords(Function<String, Optional<T>> reader) {
    return new Question<>(attempts, reader, keys, recorded, confirmation);
  }

  public Question<T> withKeys(Function<String, Optional<T>> reader) {
    return new Question<>(attempts, words, reader, recorded, confirmation);
  }

  /** Takes a recording that nothing could decode for an answer. */
  public Question<T> withRecording(T value) {
    return new Question<>(attempts, words, keys, Optional.of(value), confirmation);
  }

  /** The answer that was heard; empty when it is none. */
  public Optional<T> read(Heard heard) {
    if (heard instanceof Heard.Words said) {
      return said.decoded() ? words.apply(said.text()) : recorded;
    }
    return heard instanceof Heard.Keys pressed ? keys.apply(pressed.digits()) : Optional.empty();
  }

  public Question<T> confirmedBy(Function<T, Optional<Question<Boolean>>> question) {
    return new Question<>(attempts, words, keys, recorded, question);
  }
}
