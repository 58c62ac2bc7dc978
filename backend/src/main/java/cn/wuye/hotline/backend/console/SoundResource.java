package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.recording.RecordingStore;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A stored recording for Spring, which makes ranges of it. */
final class SoundResource extends AbstractResource {
  private final RecordingStore.Sound sound;
  private final String name;

  SoundResource(RecordingStore.Sound sound, String name) {
    this.sound = sound;
    this.name = name;
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
  public String getFilename() {
    return name;
  }

  @Override
  public String getDescription() {
    return name;
  }
}
