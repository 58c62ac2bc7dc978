package cn.wuye.hotline.backend.recording;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** A stored recording as Spring serves byte ranges of it. */
public final class SoundResource extends AbstractResource {
  private final RecordingKey key;
  private final RecordingStore.Sound sound;

  public SoundResource(RecordingKey key, RecordingStore.Sound sound) {
    this.key = key;
    this.sound = sound;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public long contentLength() {
    return sound.bytes();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return sound.open(0);
  }

  @Override
  public String getDescription() {
    return "recording " + key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SoundResource resource && resource.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
