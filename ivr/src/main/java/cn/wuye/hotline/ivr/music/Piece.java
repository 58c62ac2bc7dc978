package cn.wuye.hotline.ivr.music;

import cn.wuye.hotline.ivr.audio.Pcm;
import java.util.Random;

/**
 * A calm melody of plucked notes over a slow bass, on the five tones of 宫 (major pentatonic), in
 * the band that a telephone carries. Composed of its number alone: the same everywhere, always.
 */
final class Piece {
  /** Quiet beside speech: the loudest sample, of full scale. */
  private static final double PEAK = 0.12;

  private static final int[] TONES = {-3, 0, 2, 4, 7, 9, 12, 14, 16};
  private static final double LOWEST_TONIC = 311.1;
  private static final double SEMITONE = Math.pow(2, 1 / 12.0);
  private static final double ATTACK = 0.02;
  private static final int BAR = 4;

  private final Random chance;
  private final double tonic;
  private final double beat;
  private final double[] sound = new double[(int) WaitingMusic.LENGTH.toSeconds() * Pcm.RATE];

  private Piece(int number) {
    chance = new Random(9973L * number);
    // Fourths apart, so that neighbours share few tones.
    tonic = LOWEST_TONIC * Math.pow(SEMITONE, number * 5 % 12);
    beat = 0.6 + number % 4 * 0.07;
  }

  /**
   * One minute, 8 kHz.
   *
   * @param number 1–{@value WaitingMusic#PIECES}
   */
  static short[] samples(int number) {
    Piece piece = new Piece(number);
    piece.compose();
    return piece.rendered();
  }

  private void compose() {
    int tone = 2;
    int beats = (int) (WaitingMusic.LENGTH.toSeconds() / beat);
    for (int n = 0; n < beats; n++) {
      if (n % BAR == 0) {
        double bass = tonic / 2 * Math.pow(SEMITONE, n / BAR % 2 == 0 ? 0 : 7);
        pluck(n, bass, 0.5, 2.4);
        pluck(n, bass * 2, 0.3, 1.8);
      }
      tone = Math.floorMod(tone + chance.nextInt(5) - 2, TONES.length);
      if (n % BAR == 0 || chance.nextInt(10) < 7) {
        double frequency = tonic * Math.pow(SEMITONE, TONES[tone]);
        double loud = 0.6 + 0.4 * chance.nextDouble();
        pluck(n, frequency, loud, 1.2);
        pluck(n, frequency * 2, loud * 0.25, 0.6);
      }
    }
  }

  /**
   * A tone that dies away: a resonator that is struck once.
   *
   * @param seconds until it has fallen to a tenth
   */
  private void pluck(int atBeat, double frequency, double loud, double seconds) {
    double decay = Math.pow(0.1, 1 / (seconds * Pcm.RATE));
    double angle = 2 * Math.PI * frequency / Pcm.RATE;
    double turn = 2 * decay * Math.cos(angle);
    double before = 0;
    double now = loud * Math.sin(angle);
    int from = (int) (atBeat * beat * Pcm.RATE);
    int until = Math.min(sound.length, from + (int) (2 * seconds * Pcm.RATE));
    for (int at = from; at < until; at++) {
      sound[at] += now * Math.min(1, (at - from) / (ATTACK * Pcm.RATE));
      double next = turn * now - decay * decay * before;
      before = now;
      now = next;
    }
  }

  private short[] rendered() {
    double loudest = 0;
    for (int at = 0; at < sound.length; at++) {
      sound[at] *= faded(at);
      loudest = Math.max(loudest, Math.abs(sound[at]));
    }
    short[] samples = new short[sound.length];
    for (int at = 0; at < sound.length; at++) {
      samples[at] = (short) Math.round(sound[at] / loudest * PEAK * Short.MAX_VALUE);
    }
    return samples;
  }

  /** In within half a second, out within two. */
  private double faded(int at) {
    double begun = at / (0.5 * Pcm.RATE);
    double left = (sound.length - 1 - at) / (2.0 * Pcm.RATE);
    return Math.min(1, Math.min(begun, left));
  }
}
