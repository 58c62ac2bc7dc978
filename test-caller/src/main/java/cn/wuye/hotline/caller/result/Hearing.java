package cn.wuye.hotline.caller.result;

import cn.wuye.hotline.caller.sound.Hops;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.PromptBook.Found;
import cn.wuye.hotline.caller.sound.Track;
import java.util.ArrayList;
import java.util.List;

/** What the hotline said, cut into prompts by pauses and by the sounds that are known. */
final class Hearing {
  private static final int PAUSE_HOPS = 70;

  /** Pieces that fill the slots of prompts and begin none themselves. */
  private static final List<String> FILLERS =
      List.of("digit-", "number-", "unit-", "place-", "topic-", "pause");

  private Hearing() {}

  static List<Turn> turns(Track heard, PromptBook prompts) {
    List<Turn> turns = new ArrayList<>();
    int end = heard.hops().count();
    int begin = heard.firstAudible(0);
    while (begin >= 0) {
      int last = begin;
      for (int hop = begin; hop < end && hop - last <= PAUSE_HOPS; hop++) {
        if (heard.audible(hop)) {
          last = hop;
        }
      }
      addRegion(turns, prompts.identify(heard, Math.max(0, begin - 5), last + 1), begin, last + 1);
      begin = heard.firstAudible(last + 1);
    }
    return turns;
  }

  private static void addRegion(List<Turn> turns, List<Found> found, int begin, int end) {
    int start = begin;
    String key = "";
    StringBuilder text = new StringBuilder();
    for (Found piece : found) {
      String entry = piece.piece().key().replaceFirst("-\\d+$", "");
      boolean filler = FILLERS.stream().anyMatch(piece.piece().key()::startsWith);
      if (!filler && !key.isEmpty() && !entry.equals(key)) {
        turns.add(said(text, key, start, piece.match().at()));
        text.setLength(0);
        start = piece.match().at();
        key = entry;
      } else if (!filler && key.isEmpty()) {
        key = entry;
      }
      text.append(piece.piece().text());
    }
    turns.add(said(text, key, start, end));
  }

  private static Turn said(StringBuilder text, String key, int start, int end) {
    return new Turn(
        "hotline", "said", text.toString(), key, start * Hops.MILLIS, end * Hops.MILLIS);
  }
}
