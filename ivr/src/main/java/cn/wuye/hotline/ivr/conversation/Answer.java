package cn.wuye.hotline.ivr.conversation;

/**
 * What became of a question after all its attempts. Unhelpful answers are values: they end no call.
 */
public sealed interface Answer<T> {
  /** The answer was understood. */
  record Understood<T>(T value) implements Answer<T> {}

  /** Neither words nor keys came in any attempt. */
  record NoInput<T>() implements Answer<T> {}

  /** The caller said or keyed something, and it made no sense as an answer. */
  record NoMatch<T>() implements Answer<T> {}
}
