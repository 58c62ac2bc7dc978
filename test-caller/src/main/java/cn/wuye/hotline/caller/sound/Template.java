package cn.wuye.hotline.caller.sound;

import java.util.Optional;

/**
 * A known sound that is looked for in what is heard: likely places by the fingerprints of the hops,
 * then proved by correlation of the samples themselves, since prompts are played sample by sample
 * and telephone codecs change them little.
 */
public final class Template {
  /** Share of wrong bits from which a place is worth proving; an unrelated sound has 0.5. */
  private static final double LIKELY = 0.38;

  /** Correlation that proves a stretch. The same word from another sentence has less than 0.6. */
  private static final double PROVED = 0.72;

  /** Short words sound like others; these want to be the very same. */
  private static final double PROVED_SHORT = 0.9;

  private static final int SHORT_HOPS = 50;

  /** Only in sounds at least so long one block may be missed. */
  private static final int FORGIVING_HOPS = 150;

  /** Hops that are proved at a time. */
  private static final int BLOCK = 20;

  /** Two hops of the same sound are alike at least this much, codec and all. */
  private static final double STILL = 0.5;

  private static final int SLIP = 8;

  /** Samples of two frames. */
  private static final int LOST_FRAMES = 330;

  /** Hops that are compared by their fingerprints before anything is proved. */
  private static final int PROBE = 80;

  /**
   * The last place in the sound from which it may be recognised, should its beginning be damaged.
   */
  private static final int LAST_ANCHOR = 2 * PROBE;

  private static final int FEWEST_HOPS = 8;
  private static final int REACH = 3 * Hops.HOP / 2;

  private final short[] sound;
  private final Hops hops;
  private final int length;

  public Template(short[] samples) {
    this.sound = Loudness.trim(samples);
    this.hops = Track.of(sound).hops();
    this.length = sound.length / Hops.HOP;
  }

  /** Hops of the sound, without silence around it. */
  public int length() {
    return length;
  }

  /** Whether something is to be heard, so many hops after the beginning. */
  public boolean audible(int hop) {
    return hop >= 0 && hop < length && hops.level(hop) >= Loudness.AUDIBLE;
  }

  /**
   * Looks for the sound.
   *
   * @param fromHop where to begin in {@code heard}
   * @param toHop where it must have begun by
   * @param enough so many hops of it suffice; all of them when it is shorter
   * @return the first place where that much is proved
   */
  public Optional<Match> find(Track heard, int fromHop, int toHop, int enough) {
    int needed = Math.min(enough, length);
    if (needed < FEWEST_HOPS) {
      return Optional.empty();
    }
    // A block can only be proved when it has been heard to its end.
    int last = Math.min(toHop, heard.hops().count() - needed - BLOCK - 4);
    for (int at = Math.max(0, fromHop); at <= last; at++) {
      if (wrongBits(heard.hops(), at, 0, Math.min(needed, PROBE)) < LIKELY) {
        Match match = prove(heard, at, 0);
        if (match.hops() >= needed - 1) {
          return Optional.of(match);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Looks for the sound although its beginning may have been damaged on the way; slower. Most of
   * the rest must be there.
   */
  public Optional<Match> findDamaged(Track heard, int fromHop, int toHop) {
    int last = Math.min(toHop, heard.hops().count() - PROBE);
    for (int anchor = PROBE; anchor <= LAST_ANCHOR && anchor + PROBE <= length; anchor += PROBE) {
      int needed = (length - anchor) * 3 / 4;
      for (int at = Math.max(0, fromHop - anchor); at + anchor <= last; at++) {
        if (wrongBits(heard.hops(), at, anchor, PROBE) < LIKELY) {
          Match match = prove(heard, at, anchor);
          if (match.hops() >= needed) {
            return Optional.of(match);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** How much of the sound is there, when it begins near a hop; proved from an anchor in it on. */
  private Match prove(Track heard, int nearHop, int anchor) {
    int offset = nearHop * Hops.HOP;
    int start = -1;
    int proved = anchor;
    int good = 0;
    int missed = 0;
    double likeness = 1;
    for (int block = anchor; block < length; block += BLOCK) {
      int from = block * Hops.HOP;
      int size = Math.min(BLOCK * Hops.HOP, sound.length - from);
      if (from + offset + size + REACH > heard.length()) {
        break;
      }
      if (Loudness.dbfs(sound, from, size) >= Loudness.AUDIBLE) {
        Correlation.Place place = place(heard, from, size, from + offset, start < 0);
        if (place.likeness() < enoughLike()) {
          missed++;
          // One block may have suffered on the way; two in a row are another sound.
          if (start < 0 || good < 2 * missed || length < FORGIVING_HOPS || proved < block) {
            break;
          }
          continue;
        }
        likeness = Math.min(likeness, place.likeness());
        offset = place.at() - from;
      }
      if (start < 0) {
        start = offset;
      }
      good++;
      proved = Math.min(length, block + BLOCK);
    }
    int at = Math.max(0, start);
    return new Match(at / Hops.HOP, at, start < 0 ? 0 : proved - anchor, likeness);
  }

  /** Once placed a block stays where it is, but for a frame that came late or not at all. */
  private Correlation.Place place(Track heard, int from, int size, int around, boolean first) {
    Correlation.Place near = near(heard, from, size, around, first ? REACH : SLIP / 2);
    return first || near.likeness() >= enoughLike() || !likely(heard.hops(), from, around)
        ? near
        : near(heard, from, size, around, LOST_FRAMES);
  }

  /** Many prompts begin alike: where their ways part, looking for lost frames would be slow. */
  private boolean likely(Hops heard, int from, int around) {
    int reach = LOST_FRAMES / Hops.HOP + 1;
    int at = around / Hops.HOP;
    for (int moved = -reach; moved <= reach; moved++) {
      if (wrongBits(heard, at - from / Hops.HOP + moved, from / Hops.HOP, BLOCK) < LIKELY) {
        return true;
      }
    }
    return false;
  }

  private Correlation.Place near(Track heard, int from, int size, int around, int reach) {
    short[] there = heard.slice(around - reach, around + size + reach);
    Correlation.Place place = Correlation.best(sound, from, size, there, reach, reach);
    return new Correlation.Place(around - reach + place.at(), place.likeness());
  }

  private double enoughLike() {
    return length < SHORT_HOPS ? PROVED_SHORT : PROVED;
  }

  /**
   * Where the sound stops being heard although it goes on, from some hop of what is heard on.
   *
   * @return the hop in {@code heard}; −1 when it is heard to its end
   */
  public int cutAfter(Track heard, Match match, int fromHop) {
    int window = 2 * Hops.HOP;
    short[] there = heard.slice(match.start() - SLIP, match.start() + sound.length + window + SLIP);
    for (int hop = Math.max(0, fromHop - match.at()); hop + 2 < length; hop++) {
      int from = hop * Hops.HOP;
      if (audible(hop)
          && audible(hop + 1)
          && Correlation.best(sound, from, window, there, from + SLIP, SLIP).likeness() < STILL) {
        return match.at() + hop;
      }
    }
    return -1;
  }

  private double wrongBits(Hops heard, int at, int anchor, int count) {
    int wrong = 0;
    int bits = 0;
    int end = Math.min(length, anchor + count);
    for (int i = Math.max(anchor, -at); i < end && at + i < heard.count(); i++) {
      if (audible(i)) {
        wrong += Integer.bitCount(hops.print(i) ^ heard.print(at + i));
        bits += Hops.BITS;
      }
      // Most places are wrong from the start on: no need to look at them to the end.
      if (i == anchor + BLOCK / 2 && wrong > bits * (LIKELY + 0.08)) {
        return 1;
      }
    }
    return bits == 0 ? 1 : wrong / (double) bits;
  }

  /**
   * A place where the sound was found.
   *
   * @param at the hop where it begins
   * @param start the sample where it begins
   * @param hops how many hops of it are there
   * @param likeness the least correlation of its blocks
   */
  public record Match(int at, int start, int hops, double likeness) {
    public int end() {
      return at + hops;
    }
  }
}
