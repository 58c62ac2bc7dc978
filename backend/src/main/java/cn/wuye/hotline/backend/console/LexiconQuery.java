package cn.wuye.hotline.backend.console;

import org.jspecify.annotations.Nullable;

/**
 * Which phrases are listed.
 *
 * @param q part of a phrase; empty for all
 * @param topic {@code category} or {@code category/subcategory}; empty for all
 * @param show {@code off}: only those switched off; empty for all
 * @param page of the shipped phrases, from 0
 */
record LexiconQuery(String q, String topic, String show, Integer page) {
  static final LexiconQuery ALL = new LexiconQuery("", "", "", 0);

  // Called by data binding: what was not sent is null.
  LexiconQuery(
      @Nullable String q, @Nullable String topic, @Nullable String show, @Nullable Integer page) {
    this.q = q == null ? "" : q.strip();
    this.topic = topic == null ? "" : topic;
    this.show = show == null ? "" : show;
    this.page = page == null ? 0 : Math.max(0, page);
  }

  boolean takes(String phrase, String itsTopic) {
    return phrase.contains(q)
        && (topic.isEmpty() || itsTopic.equals(topic) || itsTopic.startsWith(topic + "/"));
  }

  LexiconQuery page(int other) {
    return new LexiconQuery(q, topic, show, other);
  }
}
