package cn.wuye.hotline.backend.recording;

/**
 * What a stored recording is called, the same on every node and in every kind of store. It is no
 * path: where the sound lies is the store's own business.
 *
 * @param value letters, digits, '.', '-' and '_', not beginning with '.'; 1–120 characters
 */
public record RecordingKey(String value) {
  public RecordingKey {
    if (!value.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}")) {
      throw new IllegalArgumentException("not a recording key: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
