package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.remote.TestSpeechServer.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What FunASR's runtime answers in two passes to {@link Spoken} sound. Running text has 提 for 梯;
 * the second pass corrects it. A comma is a pause that ends a sentence.
 */
final class FunAsrSide implements Side {
  private final boolean python;
  private final String tags;
  private final Spoken spoken = new Spoken();
  private int told;
  private int corrected;

  /**
   * @param python marks as the server in Python does: everything but what comes after the end
   * @param tags what stands before each corrected sentence
   */
  FunAsrSide(boolean python, String tags) {
    this.python = python;
    this.tags = tags;
  }

  @Override
  public List<String> text(String message) {
    if (!message.contains("\"is_speaking\":false")) {
      return List.of();
    }
    String rest = spoken.text().substring(corrected);
    if (rest.isEmpty() && !python) {
      return List.of("{\"text\":\"\",\"wav_name\":\"hotline\",\"is_final\":true}");
    }
    return List.of(said("2pass-offline", tags + rest + "。", !python));
  }

  @Override
  public List<String> sound(byte[] pcm) {
    spoken.hear(pcm);
    List<String> answers = new ArrayList<>();
    String all = spoken.text();
    String news = all.substring(told);
    told = all.length();
    answers.add(said("2pass-online", news.replace("，", "").replace('梯', '提'), python));
    int pause = all.indexOf('，', corrected);
    if (pause >= 0) {
      answers.add(said("2pass-offline", tags + all.substring(corrected, pause) + "，", python));
      corrected = pause + 1;
    }
    return answers;
  }

  private static String said(String mode, String text, boolean last) {
    return "{\"is_final\":%s,\"mode\":\"%s\",\"text\":\"%s\",\"wav_name\":\"hotline\"}"
        .formatted(last, mode, text);
  }
}
