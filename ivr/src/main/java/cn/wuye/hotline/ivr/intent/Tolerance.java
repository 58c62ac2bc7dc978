package cn.wuye.hotline.ivr.intent;

/** How far what was heard may be from a phrase. Single sounds are too common to allow anything. */
enum Tolerance {
  /** The same characters. */
  CHARACTERS {
    @Override
    double allowed(int sounds) {
      return 0;
    }
  },
  /** The same sounds, with an accent at most; for phrases that set something off. */
  SOUNDS {
    @Override
    double allowed(int sounds) {
      return sounds < 2 ? 0 : Math.min(0.39, Sound.SAME_WITH_ACCENT * sounds + 0.01);
    }
  },
  /** Like-sounding, and from four sounds on with a sound that is wrong, missing or too many. */
  ERRORS {
    @Override
    double allowed(int sounds) {
      return sounds < LIKE_SOUNDING.length ? LIKE_SOUNDING[sounds] : PER_SOUND * sounds;
    }
  };

  private static final double[] LIKE_SOUNDING = {0, 0, 0.31, 0.36, 0.71, 0.96};
  private static final double PER_SOUND = 0.2;

  abstract double allowed(int sounds);

  /**
   * What it costs when characters are not the same: two syllables that only sound alike sound like
   * many a thing (三号[楼电]梯 like 漏电).
   *
   * @param sounds length of the phrase
   * @param same how many of its characters are the same
   */
  static double soundAlone(int sounds, int same) {
    if (sounds == 2) {
      return same == 0 ? 0.7 : same == 1 ? 0.2 : 0;
    }
    return sounds == 3 && same == 0 ? 0.4 : 0;
  }
}
