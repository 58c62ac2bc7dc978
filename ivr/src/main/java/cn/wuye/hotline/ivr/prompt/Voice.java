package cn.wuye.hotline.ivr.prompt;

import java.io.IOException;

/** Says words. */
interface Voice {

  /**
   * The sound of the words, as the voice makes it.
   *
   * @throws IOException when there is no voice, or it failed or took too long
   */
  Sound say(String text) throws IOException;

  /**
   * What must change when the voice sounds different from before; part of the files' fingerprint.
   */
  String version();
}
