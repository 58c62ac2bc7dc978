package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ticket's text where no dialog wrote it, in the language of the staff.
 *
 * @param words what was understood
 * @param all words and keys, as they came
 * @param undecoded whether something was said that nobody has understood yet
 * @param emergency whether an emergency word was among it
 */
record LateText(String words, String all, boolean undecoded, boolean emergency) {
  static final String LISTEN = "（录音待听写）";
  static final String MESSAGE = "（来电人留了言，录音待听写）";
  static final String ANSWERED = "（由值班人员直接接听，内容见录音）";
  static final String INTERRUPTED = "（通话因系统故障中断，没有听到内容，请回拨来电人）";
  static final String NO_SOUND = "（录音无法播放，请回拨来电人）";

  private static final int LONGEST = 4000;

  static LateText of(List<Turn> turns) {
    List<Turn> heard = turns.stream().filter(JournalledCall::heard).toList();
    return new LateText(
        heard.stream()
            .filter(turn -> turn.kind() != Turn.Kind.KEYS)
            .map(Turn::text)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("；")),
        heard.stream()
            .map(turn -> turn.kind() == Turn.Kind.KEYS ? "按键 " + turn.text() : turn.text())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("；")),
        heard.stream().anyMatch(turn -> turn.kind() == Turn.Kind.WORDS && turn.text().isBlank()),
        heard.stream().anyMatch(turn -> turn.kind() == Turn.Kind.EMERGENCY_WORD));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  String with(String remark) {
    return limited(all + remark);
  }

  static String join(String before, String after) {
    return limited(
        Stream.of(before, after).filter(s -> !s.isBlank()).collect(Collectors.joining("；")));
  }

  static String limited(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
