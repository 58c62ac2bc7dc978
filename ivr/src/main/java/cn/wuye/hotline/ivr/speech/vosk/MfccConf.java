package cn.wuye.hotline.ivr.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A model's {@code mfcc.conf}.
 *
 * @param lines without remarks
 */
record MfccConf(List<String> lines) {
  private static final String RATE = "--sample-frequency=";

  /**
   * @param file where it lies in the model's folder
   */
  static MfccConf read(Path model, String file) throws IOException, UnusableModel {
    try {
      return new MfccConf(
          Files.readAllLines(model.resolve(file)).stream().map(String::strip).toList());
    } catch (NoSuchFileException e) {
      throw new UnusableModel("%s 不完整：缺少 %s".formatted(model, file));
    }
  }

  /**
   * The rate at which sound must be given: the telephone's where the model takes that, else its
   * own. A model without {@code --allow-upsample} ends the process when it is given slower sound.
   */
  int rate(int telephone, int usual) throws UnusableModel {
    int own = usual;
    for (String line : lines) {
      if (line.startsWith(RATE)) {
        own = (int) number(line.substring(RATE.length()));
      }
    }
    if (own == telephone || (own > telephone && upsamples())) {
      return telephone;
    }
    if (own == 2 * telephone) {
      return own;
    }
    throw new UnusableModel("模型的采样率是 %d Hz，电话是 %d Hz，用不了".formatted(own, telephone));
  }

  private boolean upsamples() {
    return lines.contains("--allow-upsample=true") || lines.contains("--allow-upsample");
  }

  private static double number(String text) throws UnusableModel {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new UnusableModel("conf/mfcc.conf 里的采样率不是数字：" + text);
    }
  }
}
