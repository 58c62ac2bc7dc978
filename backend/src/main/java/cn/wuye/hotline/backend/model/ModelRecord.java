package cn.wuye.hotline.backend.model;

import cn.wuye.hotline.ivr.speech.vosk.ModelTrial;

/**
 * What is known of a model that lies in the store, kept in {@code NAME.json} beside its folder.
 *
 * @param source where it came from
 * @param archiveSha256 of the archive, in hexadecimal; empty when it came as a folder
 * @param files number, size and times of the files when it was tried; with others it has to be
 *     tried again before it is used
 * @param trial how it did
 */
public record ModelRecord(
    String source, String archiveSha256, String files, ModelTrial.Result trial) {

  /** Why the model cannot be used for this; empty when it can. */
  String objection(ModelRole role, boolean force) {
    if (!trial.refusal().isEmpty()) {
      return trial.refusal();
    }
    if (!trial.chinese() && !(force && trial.soundsAlike() && role == ModelRole.LIVE)) {
      return trial.soundsAlike()
          ? "it is a model of Korean, not of Chinese; it can recognise choices by sound alone: --force uses it for that"
          : "it is no model of Chinese: it has no words for 我 and 人";
    }
    if (role == ModelRole.LIVE && !trial.dynamic() && !force) {
      return "its graph is static: it takes no grammar at run time, so the answers of a call would be guessed from free speech."
          + " Use it for recordings after the call (--for recordings), or --force";
    }
    return "";
  }
}
