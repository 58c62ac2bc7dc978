package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.GatedVoiceActivity;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What calls could leave behind. */
record Leaks(int threads, long files, int detectors) {
  static Leaks now() {
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0;
    return new Leaks(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        files,
        GatedVoiceActivity.openDetectors());
  }
}
