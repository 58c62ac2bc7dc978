package cn.wuye.hotline.ivr.audio;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * WebRTC's voice activity detector: the functions of libfvad inside the library that libfvad-jni
 * ships.
 *
 * <p>Called directly, because libfvad-jni 1.0.0's own Java binding never releases the array of a
 * frame (16 KB a second for every call) and keeps its detectors in a map that is not safe when
 * several calls begin and end at once.
 */
final class Fvad {
  /** Frames of 20 ms that hold speech only for certain: 0 misses least, 3 imagines least. */
  private static final int AGGRESSIVE = 2;

  private static final boolean LOADED = load();

  private Fvad() {}

  private static boolean load() {
    try {
      Native.register(Fvad.class, library().toString());
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("libfvad cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static Path library() throws IOException {
    return Native.extractFromResourcePath(
            FvadPlatform.resource(System.getProperty("os.name"), System.getProperty("os.arch")),
            Fvad.class.getClassLoader())
        .toPath();
  }

  /** A new detector for 8 kHz; the caller frees it once. */
  static Pointer open() {
    Pointer detector = fvad_new();
    if (!LOADED || detector == null) {
      throw new OutOfMemoryError("libfvad could not allocate a detector");
    }
    if (fvad_set_sample_rate(detector, Pcm.RATE) != 0 || fvad_set_mode(detector, AGGRESSIVE) != 0) {
      fvad_free(detector);
      throw new IllegalStateException("libfvad refuses 8 kHz");
    }
    return detector;
  }

  static native Pointer fvad_new();

  static native void fvad_free(Pointer detector);

  static native int fvad_set_sample_rate(Pointer detector, int rate);

  static native int fvad_set_mode(Pointer detector, int mode);

  static native int fvad_process(Pointer detector, short[] frame, long length);
}
