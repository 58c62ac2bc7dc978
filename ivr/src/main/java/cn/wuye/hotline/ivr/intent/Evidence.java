package cn.wuye.hotline.ivr.intent;

/** A phrase of a topic found in an utterance. */
record Evidence(Topic topic, Topic.Group group, Phrase phrase, Match match) {
  /** Sounds alike counts less than the same characters; its square keeps accents cheap. */
  double score() {
    double quality = match.quality();
    return group.weight() * quality * quality;
  }

  /** Whether the other is only a part of this longer phrase. */
  boolean swallows(Evidence other) {
    return match.swallows(other.match);
  }
}
