package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.ivr.port.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a resident has answered, in words for a note at her ticket. */
public final class OpinionWords {
  private OpinionWords() {}

  /** Whether it is solved and how satisfied she is, as far as she has told. */
  public static List<String> of(Optional<Solved> solved, Optional<Satisfaction> satisfaction) {
    List<String> parts = new ArrayList<>();
    solved.map(OpinionWords::words).ifPresent(parts::add);
    satisfaction.map(Satisfaction::score).ifPresent(score -> parts.add(score + " 分"));
    return parts;
  }

  private static String words(Solved solved) {
    return switch (solved) {
      case SOLVED -> "已解决";
      case PARTLY -> "部分解决";
      case NOT_SOLVED -> "没有解决";
    };
  }
}
