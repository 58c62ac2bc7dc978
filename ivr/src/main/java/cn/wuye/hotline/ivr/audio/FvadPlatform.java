package cn.wuye.hotline.ivr.audio;

import java.util.Locale;

/** Which of the libraries inside libfvad-jni belongs to this machine. */
final class FvadPlatform {
  private FvadPlatform() {}

  /**
   * The resource's name.
   *
   * @throws IllegalStateException when none is shipped for the platform
   */
  static String resource(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
    if (os.contains("linux") && (arm || intel)) {
      return "/debian-" + (arm ? "arm64" : "amd64") + "/liblibfvad-jni.so";
    }
    if (os.contains("mac") && (arm || intel)) {
      return "/macos-" + (arm ? "arm64" : "amd64") + "/liblibfvad-jni.dylib";
    }
    if (os.contains("win") && intel) {
      return "/win-amd64/libfvad-jni.dll";
    }
    throw new IllegalStateException(
        "no voice activity detector is shipped for %s on %s".formatted(osName, osArch));
  }
}
