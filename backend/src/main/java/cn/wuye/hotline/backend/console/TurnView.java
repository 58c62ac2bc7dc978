package cn.wuye.hotline.backend.console;

import org.jspecify.annotations.Nullable;

/**
 * One act of a call, in words.
 *
 * @param style hotline, caller or event
 * @param at when, since the call was answered, "0:12"
 * @param correction how it may be corrected and was; null where it may not be
 */
public record TurnView(
    String style, String who, String text, String at, @Nullable Correctable correction) {
  /**
   * What the form of a correction needs.
   *
   * @param ticket number
   * @param call id
   * @param position of the turn in its call
   * @param said what staff say was said; empty string while nobody has corrected it
   * @param by who says so, by name
   */
  public record Correctable(String ticket, String call, int position, String said, String by) {}

  TurnView with(Correctable other) {
    return new TurnView(style, who, text, at, other);
  }
}
