package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.remote.TestSpeechServer.Side;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What vosk-server answers to {@link Spoken} sound: exactly one message to each but the
 * configuration. A comma is a pause that ends a piece.
 */
final class VoskSide implements Side {
  private final Spoken spoken = new Spoken();
  private int told;

  @Override
  public List<String> text(String message) {
    if (message.contains("config")) {
      return List.of();
    }
    // Whatever is not exactly this is taken for sound.
    if (!message.equals("{\"eof\" : 1}")) {
      return List.of("{\"partial\" : \"\"}");
    }
    String rest = spoken.text().substring(told);
    return List.of(piece(rest), "close");
  }

  @Override
  public List<String> sound(byte[] pcm) {
    spoken.hear(pcm);
    String rest = spoken.text().substring(told);
    int pause = rest.indexOf('，');
    if (pause >= 0) {
      told += pause + 1;
      return List.of(piece(rest.substring(0, pause)));
    }
    return List.of("{\"partial\" : \"%s\"}".formatted(spaced(rest)));
  }

  private static String piece(String text) {
    String words =
        text.chars()
            .mapToObj(
                c ->
                    "{\"conf\" : 0.95, \"start\" : 0.1, \"end\" : 0.4, \"word\" : \"%c\"}"
                        .formatted(c))
            .collect(Collectors.joining(", "));
    return text.isEmpty()
        ? "{\"text\" : \"\"}"
        : "{\"result\" : [%s], \"text\" : \"%s\"}".formatted(words, spaced(text));
  }

  private static String spaced(String text) {
    return String.join(" ", text.split("", -1)).strip();
  }
}
