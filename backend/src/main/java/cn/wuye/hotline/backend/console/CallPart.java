package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.call.Correction;
import cn.wuye.hotline.backend.call.Corrections;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcript;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The calls of a ticket: their recordings, and what was said in them. */
@Component
public class CallPart {
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final Calls calls;
  private final Additions additions;
  private final TurnViews turns;
  private final TalkViews talks;
  private final Corrections corrections;
  private final StaffNames staff;
  private final Labels labels;

  CallPart(
      Recordings recordings,
      Transcripts transcripts,
      Calls calls,
      Additions additions,
      TurnViews turns,
      TalkViews talks,
      Corrections corrections,
      StaffNames staff,
      Labels labels) {
    this.corrections = corrections;
    this.staff = staff;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.calls = calls;
    this.additions = additions;
    this.turns = turns;
    this.talks = talks;
    this.labels = labels;
  }

  /**
   * Adds {@code fromCall, recordings, turns} to a page: of the call that opened the ticket, and of
   * those that added to it.
   *
   * @return what the caller said to agents in the call that opened it; empty for nothing
   */
  public String add(@Nullable CallId opened, TicketNumber ticket, Model model) {
    List<CallId> all = new ArrayList<>();
    if (opened != null) {
      all.add(opened);
    }
    all.addAll(additions.callsOf(ticket));
    model.addAttribute("fromCall", !all.isEmpty());
    List<RecordingView> sounds = new ArrayList<>();
    List<TurnView> said = new ArrayList<>();
    String words = "";
    for (CallId call : all) {
      List<Transcript> texts = transcripts.of(call);
      List<Recording> recorded = recordings.of(call);
      recorded.forEach(found -> sounds.add(view(found, texts)));
      words = call.equals(opened) ? talks.callerWords(recorded, texts) : words;
      said.addAll(turnsOf(call, ticket));
    }
    model.addAttribute("recordings", sounds);
    model.addAttribute("turns", said);
    return words;
  }

  private List<TurnView> turnsOf(CallId call, TicketNumber ticket) {
    List<Turn> all = calls.turns(call);
    List<Correction> corrected = corrections.of(call);
    List<TurnView> views = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      TurnView view = turns.of(all.get(i));
      views.add(
          Corrections.possible(all.get(i))
              ? view.with(correctable(ticket, call, i, all.get(i).text(), corrected))
              : view);
    }
    return views;
  }

  /** A correction of words that are other ones by now, as the call was kept anew, says nothing. */
  private TurnView.Correctable correctable(
      TicketNumber ticket, CallId call, int position, String heard, List<Correction> corrected) {
    Optional<Correction> correction =
        corrected.stream()
            .filter(each -> each.position() == position && each.heard().equals(heard))
            .findFirst();
    return new TurnView.Correctable(
        ticket.toString(),
        call.value(),
        position,
        correction.map(Correction::said).orElse(""),
        correction.map(each -> staff.of(each.by())).orElse(""));
  }

  private RecordingView view(Recording recording, List<Transcript> texts) {
    return new RecordingView(
        recording.id(),
        labels.text("ticket.recording." + recording.kind().code()),
        labels.length(recording.duration()),
        texts.stream()
            .filter(text -> text.recordingId() == recording.id() && text.utterances().isEmpty())
            .map(Transcript::text)
            .distinct()
            .collect(Collectors.joining("\n")),
        talks.of(recording, texts));
  }
}
