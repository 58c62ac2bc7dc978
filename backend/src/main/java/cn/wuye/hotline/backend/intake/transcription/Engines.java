package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What hears recordings, and under which names its texts are kept. */
final class Engines {
  /** Marks a text that another engine than the chosen one has heard. */
  static final String STAND_IN = "（代听）";

  private static final int LONGEST_NAME = 60;
  private static final String MANDARIN = "cmn";

  private final SpeechRecognizer recognizer;
  private final Directory directory;

  /**
   * @param directory knows the dialects of callers
   */
  Engines(SpeechRecognizer recognizer, Directory directory) {
    this.recognizer = recognizer;
    this.directory = directory;
  }

  /** Whether anything can be heard at all. */
  boolean available() {
    return recognizer.status().available();
  }

  /** The dialect in which a caller most likely speaks; the empty string when nothing tells it. */
  String dialect(Optional<PhoneNumber> caller) {
    return directory.dialect(caller);
  }

  /** What a transcript of this dialect is in. */
  static String language(String dialect) {
    return dialect.isEmpty() ? MANDARIN : dialect;
  }

  /** What hears a dialect; to be closed. */
  SpeechRecognizer hearing(String dialect) {
    return recognizer.forDialect(dialect);
  }

  /** What hears staff, who speak Mandarin; to be closed. */
  SpeechRecognizer hearingStaff() {
    return recognizer.forDialect(MANDARIN);
  }

  /** Whatever hears recordings now, in whichever dialect. */
  List<String> names() {
    return Stream.concat(
            Stream.of(""), Dialects.shipped().all().stream().map(dialect -> dialect.code()))
        .map(dialect -> shortened(recognizer.forDialect(dialect).recordingEngine(), ""))
        .distinct()
        .toList();
  }

  /**
   * The name of a text.
   *
   * @param standIn whether another engine than the chosen one has heard some of it
   */
  static String name(SpeechRecognizer chosen, boolean standIn) {
    return shortened(chosen.recordingEngine(), standIn ? STAND_IN : "");
  }

  private static String shortened(String engine, String mark) {
    int room = LONGEST_NAME - mark.length();
    return (engine.length() <= room ? engine : engine.substring(0, room)) + mark;
  }
}
