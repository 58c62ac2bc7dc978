package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.intake.spool.TalkFile;
import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.recording.Utterance.Side;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decodes a talk with agents, each side by what hears it. */
final class TalkTranscriber {
  private final SpeechRecognizer agent;
  private final SpeechRecognizer caller;
  private final Scratch scratch;

  TalkTranscriber(SpeechRecognizer agent, SpeechRecognizer caller, Scratch scratch) {
    this.agent = agent;
    this.caller = caller;
    this.scratch = scratch;
  }

  /**
   * @param said both sides' utterances, in the order in which they began
   * @param standIn whether some of it was heard by another engine than the one that was chosen
   */
  record Talk(List<Utterance> said, boolean standIn) {}

  /**
   * The text of a talk.
   *
   * @param file a WAV file, the agents' side left, the caller's right
   * @return empty when it cannot be had now (no model, no time): to be tried again
   * @throws IOException when the recording cannot be read
   */
  Optional<Talk> read(Path file) throws IOException {
    // The caller's first: where there is no time for both, none is spent on the agent's.
    Optional<List<Transcriber.Utterance>> hers = side(file, TalkFile.CALLER, caller);
    if (hers.isEmpty()) {
      return Optional.empty();
    }
    return side(file, TalkFile.AGENT, agent).map(theirs -> together(theirs, hers.get()));
  }

  private Optional<List<Transcriber.Utterance>> side(
      Path file, int channel, SpeechRecognizer recognizer) throws IOException {
    return scratch.inFile(
        alone -> {
          TalkFile.takeSide(file, channel, alone);
          return new Transcriber(recognizer).utterances(alone);
        });
  }

  private static Talk together(
      List<Transcriber.Utterance> theirs, List<Transcriber.Utterance> hers) {
    List<Utterance> said = new ArrayList<>();
    theirs.stream()
        .filter(Transcriber.Utterance::understood)
        .forEach(each -> said.add(of(Side.AGENT, each)));
    hers.stream()
        .filter(Transcriber.Utterance::understood)
        .forEach(each -> said.add(of(Side.CALLER, each)));
    said.sort(Comparator.comparingLong(Utterance::fromMs));
    return new Talk(said, standIn(theirs) || standIn(hers));
  }

  private static Utterance of(Side side, Transcriber.Utterance each) {
    return new Utterance(
        side,
        each.stretch().from().toMillis(),
        each.stretch().to().toMillis(),
        each.heard().text(),
        each.heard().confidence());
  }

  private static boolean standIn(List<Transcriber.Utterance> all) {
    return all.stream().anyMatch(Transcriber.Utterance::standIn);
  }
}
