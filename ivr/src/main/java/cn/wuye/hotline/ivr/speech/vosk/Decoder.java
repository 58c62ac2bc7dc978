package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import cn.wuye.hotline.ivr.speech.grammar.Utterance;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a recognition that touches the native recogniser: takes one when there is something
 * to decode, gives it back at the end, replaces one that failed. Used by one thread at a time.
 */
final class Decoder {
  private static final Logger LOG = LoggerFactory.getLogger(Decoder.class);

  /** How much sound lies between two partial results: 0.1 s. */
  private static final int PARTIAL_BYTES = 1600;

  private final RecognizerPool pool;
  private final RecognizerKind kind;
  private final Grammar grammar;
  private final Consumer<String> onPartial;
  private final DecodeFigures figures;
  private final @Nullable Upsampler upsampler;
  private @Nullable NativeRecognizer recognizer;
  private final Settled settled;
  private Utterance utterance;
  private boolean fresh = true;
  private int sincePartial;
  private volatile String lastPartial = "";

  Decoder(
      RecognizerPool pool,
      RecognizerKind kind,
      Grammar grammar,
      Consumer<String> onPartial,
      boolean upsample,
      DecodeFigures figures) {
    this.pool = pool;
    this.figures = figures;
    this.kind = kind;
    this.grammar = grammar;
    this.onPartial = onPartial;
    this.upsampler = upsample ? new Upsampler() : null;
    this.settled = new Settled(grammar.settledAfter());
    this.utterance = new Utterance(grammar);
  }

  void decode(byte[] pcm) {
    figures.decoded(pcm.length);
    try {
      NativeRecognizer used = recognizer;
      if (used == null) {
        used = pool.take(kind);
        recognizer = used;
      }
      fresh = false;
      byte[] sound = upsampler == null ? pcm : upsampler.twice(pcm, pcm.length);
      if (used.accept(sound, sound.length)) {
        utterance.add(used.result());
      }
      sincePartial += pcm.length;
      if (sincePartial >= PARTIAL_BYTES) {
        sincePartial = 0;
        tell(settled.of(utterance.partial(used.partial())));
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  /** The end of an utterance; what comes next is another one. */
  Recognized finish() {
    Recognized answer;
    try {
      settle();
      answer = utterance.answer();
    } catch (RuntimeException e) {
      failed(e);
      answer = new Recognized("", 0, false);
    }
    utterance = new Utterance(grammar);
    settled.forget();
    lastPartial = "";
    sincePartial = 0;
    return answer;
  }

  /** Part of the utterance's sound was left out. */
  void cut() {
    utterance.cut();
  }

  /**
   * The text so far, where the vocabulary has one; may be read by any thread, and be a little old.
   */
  String soFar() {
    return grammar.running() ? lastPartial : "";
  }

  /** Gives the recogniser back. */
  void release() {
    try {
      settle();
    } catch (RuntimeException e) {
      failed(e);
    }
    if (recognizer != null) {
      pool.giveBack(kind, recognizer);
      recognizer = null;
    }
  }

  private void settle() {
    if (recognizer != null && !fresh) {
      utterance.add(recognizer.finish());
      fresh = true;
      if (upsampler != null) {
        upsampler.forget();
      }
    }
  }

  private void tell(String words) {
    String partial = grammar.partial(words);
    if (partial.isEmpty() || partial.equals(lastPartial)) {
      return;
    }
    lastPartial = partial;
    try {
      onPartial.accept(partial);
    } catch (RuntimeException e) {
      LOG.error("a listener failed on a partial result; decoding goes on", e);
    }
  }

  private void failed(RuntimeException e) {
    LOG.warn(
        "a recogniser failed and is thrown away; the utterance is to be transcribed from the recording",
        e);
    utterance.cut();
    if (recognizer != null) {
      pool.discard(recognizer);
      recognizer = null;
    }
    fresh = true;
  }
}
