package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.util.List;

/**
 * The entries of the catalogue that a company may word itself: whole sentences of the dialog.
 * Digits and other small pieces are put together by rules of their own; what Asterisk says alone it
 * finds by its file's name.
 */
public final class EditablePrompts {
  private static final List<String> NOT =
      List.of(
          "fallback-",
          "callback-",
          "topic-",
          "stage-",
          "digit-",
          "number-",
          "unit-",
          "place-",
          "pause");

  private EditablePrompts() {}

  /** Their keys, in the order of the catalogue. */
  public static List<String> keys(PromptCatalogue catalogue) {
    return catalogue.keys().stream().filter(EditablePrompts::sentence).toList();
  }

  static boolean has(PromptCatalogue catalogue, String key) {
    return catalogue.has(key) && sentence(key);
  }

  private static boolean sentence(String key) {
    return NOT.stream().noneMatch(key::startsWith);
  }
}
