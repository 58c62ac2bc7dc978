package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;

/** A recognition by this node, where a server was chosen. */
record StandIn(Recognition local) implements Recognition {
  @Override
  public void accept(byte[] pcm) {
    local.accept(pcm);
  }

  @Override
  public Recognized finish(Duration budget) {
    return local.finish(budget);
  }

  @Override
  public boolean byStandIn() {
    return true;
  }

  @Override
  public void close() {
    local.close();
  }
}
