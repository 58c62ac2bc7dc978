package cn.wuye.hotline.ivr.speech.vosk;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libvosk that are used. Vosk's own Java class lacks {@code vosk_model_find_word}
 * and hands strings over in the platform's character set, which garbles Chinese grammars where that
 * is not UTF-8; so the library that its jar carries is bound here.
 */
interface VoskLibrary extends Library {

  /**
   * Loads the native library.
   *
   * @throws UnsatisfiedLinkError when there is none for this machine
   */
  static VoskLibrary load() {
    return Native.load("vosk", VoskLibrary.class, Map.of(OPTION_STRING_ENCODING, "UTF-8"));
  }

  void vosk_set_log_level(int level);

  @Nullable Pointer vosk_model_new(String folder);

  void vosk_model_free(Pointer model);

  /** The word's number, or -1 when the model does not have it. */
  int vosk_model_find_word(Pointer model, String word);

  @Nullable Pointer vosk_recognizer_new(Pointer model, float rate);

  @Nullable Pointer vosk_recognizer_new_grm(Pointer model, float rate, String grammar);

  void vosk_recognizer_set_max_alternatives(Pointer recognizer, int count);

  void vosk_recognizer_set_words(Pointer recognizer, int words);

  /** 1 when an utterance has ended, 0 when not, -1 on an exception in the library. */
  int vosk_recognizer_accept_waveform(Pointer recognizer, byte[] data, int length);

  String vosk_recognizer_result(Pointer recognizer);

  String vosk_recognizer_partial_result(Pointer recognizer);

  String vosk_recognizer_final_result(Pointer recognizer);

  void vosk_recognizer_reset(Pointer recognizer);

  void vosk_recognizer_free(Pointer recognizer);
}
