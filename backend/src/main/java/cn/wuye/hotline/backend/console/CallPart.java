package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcript;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The call a ticket came from: its recordings, and what was said in it. */
@Component
class CallPart {
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Calls calls;
  private final TurnViews turns;
  private final Labels labels;

  CallPart(
      Recordings recordings, Transcripts transcripts, Calls calls, TurnViews turns, Labels labels) {
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.calls = calls;
    this.turns = turns;
    this.labels = labels;
  }

  /** Adds {@code fromCall, recordings, turns} to a page. */
  void add(@Nullable CallId call, Model model) {
    model.addAttribute("fromCall", call != null);
    if (call == null) {
      return;
    }
    List<Transcript> texts = transcripts.of(call);
    model.addAttribute(
        "recordings", recordings.of(call).stream().map(found -> view(found, texts)).toList());
    model.addAttribute("turns", calls.turns(call).stream().map(turns::of).toList());
  }

  private RecordingView view(Recording recording, List<Transcript> texts) {
    return new RecordingView(
        recording.id(),
        labels.text("ticket.recording." + recording.kind().code()),
        labels.length(recording.duration()),
        texts.stream()
            .filter(text -> text.recordingId() == recording.id())
            .map(Transcript::text)
            .distinct()
            .collect(Collectors.joining("\n")));
  }
}
