package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The document of a version as text. */
final class SettingsJson {
  private static final JsonMapper JSON = KeptJson.MAPPER;

  private SettingsJson() {}

  static String write(DialogSettings settings) {
    return JSON.writeValueAsString(settings);
  }

  /**
   * @throws IllegalArgumentException when it is no such document
   */
  static DialogSettings read(String content) {
    try {
      return JSON.readValue(content, DialogSettings.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not readable as settings: " + e.getOriginalMessage(), e);
    }
  }
}
