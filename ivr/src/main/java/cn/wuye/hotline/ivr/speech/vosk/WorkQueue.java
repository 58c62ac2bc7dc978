package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** What waits to be decoded for one recognition, in order. Guarded by its owner. */
final class WorkQueue {
  /** A step for the decoder. */
  @FunctionalInterface
  interface Work {
    void on(Decoder decoder);
  }

  static final Work NONE = decoder -> {};

  /** Sound is decoded 0.1 s at a time: fewer native calls than frames, and still early results. */
  private static final int SMALLEST_SLICE = 1600;

  /** Nor more than 0.4 s at a time, so that others get their turn. */
  private static final int LARGEST_SLICE = 6400;

  private final int longest;
  private final Deque<Item> items = new ArrayDeque<>();
  private int bytes;

  /** Sound, or the end of an utterance, or word that sound is missing. */
  private sealed interface Item {}

  private record Sound(byte[] pcm) implements Item {}

  private record End(CompletableFuture<Recognized> answer) implements Item {}

  private record Gap() implements Item {}

  WorkQueue(int longest) {
    this.longest = longest;
  }

  void add(byte[] pcm) {
    if (bytes + pcm.length <= longest) {
      for (int from = 0; from < pcm.length; from += LARGEST_SLICE) {
        int to = Math.min(pcm.length, from + LARGEST_SLICE);
        items.addLast(new Sound(Arrays.copyOfRange(pcm, from, to)));
      }
      bytes += pcm.length;
    } else if (!(items.peekLast() instanceof Gap)) {
      items.addLast(new Gap());
    }
  }

  CompletableFuture<Recognized> end() {
    CompletableFuture<Recognized> answer = new CompletableFuture<>();
    items.addLast(new End(answer));
    return answer;
  }

  /** Whether there is enough to trouble a thread with. */
  boolean worthASlice() {
    return bytes >= SMALLEST_SLICE || items.stream().anyMatch(item -> !(item instanceof Sound));
  }

  Work next() {
    Item first = items.peekFirst();
    if (first instanceof Sound) {
      byte[] slice = slice();
      return decoder -> decoder.decode(slice);
    }
    items.pollFirst();
    if (first instanceof End end) {
      return decoder -> end.answer.complete(decoder.finish());
    }
    return first instanceof Gap ? Decoder::cut : NONE;
  }

  private byte[] slice() {
    ByteArrayOutputStream slice = new ByteArrayOutputStream(LARGEST_SLICE);
    while (items.peekFirst() instanceof Sound sound
        && slice.size() + sound.pcm.length <= LARGEST_SLICE) {
      slice.writeBytes(sound.pcm);
      items.removeFirst();
    }
    bytes -= slice.size();
    return slice.toByteArray();
  }

  /** Leaves out the sound before the end that nobody waits for any more. */
  void forget(CompletableFuture<Recognized> answer) {
    if (items.stream().noneMatch(item -> item instanceof End end && end.answer == answer)) {
      return;
    }
    while (!(items.peekFirst() instanceof End end && end.answer == answer)) {
      drop(items.removeFirst());
    }
  }

  void clear(Recognized answer) {
    while (!items.isEmpty()) {
      if (items.peekFirst() instanceof End end) {
        end.answer.complete(answer);
      }
      drop(items.removeFirst());
    }
  }

  private void drop(Item item) {
    if (item instanceof Sound sound) {
      bytes -= sound.pcm.length;
    }
  }
}
