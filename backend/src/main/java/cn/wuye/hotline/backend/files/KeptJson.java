package cn.wuye.hotline.backend.files;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that outlives the version that wrote it: what an earlier one did not know yet is false or 0,
 * what a later one added is passed over.
 */
public final class KeptJson {
  /** For records without times. */
  public static final JsonMapper MAPPER = builder().build();

  private KeptJson() {}

  /** The same, to be completed. */
  public static JsonMapper.Builder builder() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }
}
