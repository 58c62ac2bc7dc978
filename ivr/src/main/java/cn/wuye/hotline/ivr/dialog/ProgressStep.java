package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.ProgressUnavailable;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketStatus;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of earlier complaints: those of the number that calls are read out, a stranger is
 * told where one stands and nothing else. What is said after a ticket is added to it.
 */
final class ProgressStep {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressStep.class);
  private static final Listening ADDING = Listening.open().withNoInput(Duration.ofSeconds(4));

  private final Scene scene;
  private final ComplaintStep complaint;
  private final String asked;
  private boolean elsewhere;

  /**
   * @param complaint goes on when something new is told
   * @param asked how she asked; empty string when it was the key
   */
  ProgressStep(Scene scene, ComplaintStep complaint, String asked) {
    this.scene = scene;
    this.complaint = complaint;
    this.asked = asked;
  }

  /** Can be entered again. */
  void run() {
    if (elsewhere) {
      complaint.run();
      return;
    }
    scene.file().notComplained(asked);
    if (scene.file().nothing()) {
      scene.served();
    }
    scene.file().aside(true);
    boolean ended;
    try {
      ended = tell();
    } catch (ProgressUnavailable away) {
      LOG.warn("call {}: {}, offers the service desk", scene.call(), away.getMessage());
      ended = lastWords("progress-away");
    }
    if (!ended) {
      scene.file().aside(false);
      if (!scene.file().nothing() && !scene.file().isSettled()) {
        scene.put(Completeness.UNFINISHED);
        scene.file().settled();
      }
      scene.talk().say(scene.sayings().say("goodbye"));
    }
  }

  /** Whether the call has come to its end by it. */
  private boolean tell() {
    List<TicketStatus> tickets =
        scene.incoming().caller().map(scene.office().progress()::recent).orElse(List.of());
    if (tickets.isEmpty()) {
      return numbered();
    }
    for (int i = 0; i < tickets.size(); i++) {
      boolean last = i == tickets.size() - 1;
      if (told(tickets.get(i), last ? "progress-add-last" : "progress-add")) {
        return true;
      }
    }
    return false;
  }

  private boolean numbered() {
    Optional<TicketStatus> found = new TicketNumberQuestion(scene).ask();
    if (found.isEmpty()) {
      return lastWords("progress-not-found");
    }
    return found.get().own()
        ? told(found.get(), "progress-add-last")
        : lastWords("progress-stranger-" + neutral(found.get().stage()));
  }

  /** All that a stranger is told. */
  private static String neutral(TicketStatus.Stage stage) {
    return switch (stage) {
      case REGISTERED, ACCEPTED -> "accepted";
      case DISPATCHED, IN_PROGRESS -> "working";
      case DONE, NOT_OUR_DUTY, NOT_CONFIRMED, WITHDRAWN -> "done";
    };
  }

  /** One ticket, and whether she has something to add. */
  private boolean told(TicketStatus ticket, String ending) {
    scene.file().aside(false);
    scene.file().link(EarlierStep.link(ticket));
    Prompt prompt = scene.sayings().progress(ticket).then(scene.sayings().say(ending));
    Heard heard = listen(prompt);
    if (heard instanceof Words words && !scene.ears().commands().closing(words.text())) {
      take(ticket, words);
      return true;
    }
    scene.file().notComplained(heard instanceof Words words ? words.text() : "");
    scene.file().link(Link.NONE);
    scene.file().aside(true);
    return false;
  }

  /** The greeting has promised key 1 for emergencies. */
  private Heard listen(Prompt prompt) {
    Heard heard = scene.talk().turn(prompt, ADDING);
    if (heard instanceof Keys keys && keys.digits().equals("1")) {
      throw scene.emergencyKeyed();
    }
    return heard;
  }

  private void take(TicketStatus ticket, Words words) {
    new PlaceNotes(scene).fromSentence(words.text());
    Optional<Intent> other = scene.file().sure(words.text()).filter(i -> !about(i, ticket));
    if (other.isPresent()) {
      scene.file().link(Link.NONE);
      scene.file().intent(other.get());
      elsewhere = true;
      complaint.run();
      return;
    }
    scene.file().intent(ticket.intent());
    new EarlierStep(scene).finish(ticket, scene.put(Completeness.COMPLETE));
  }

  /** "三天了没人管" complains of slow work, but of this ticket's. */
  private static boolean about(Intent said, TicketStatus ticket) {
    Intent known = ticket.intent();
    return said.category().equals("staff")
        || (said.category().equals(known.category())
            && (said.subcategory().isEmpty()
                || known.subcategory().isEmpty()
                || said.subcategory().equals(known.subcategory())));
  }

  /** Says something and lets her say a last thing, which is no addition to anything. */
  private boolean lastWords(String key) {
    // From here on it counts, also when she hangs up in the middle of it.
    scene.file().aside(false);
    Heard heard = listen(scene.sayings().say(key));
    if (!(heard instanceof Words words) || scene.ears().commands().closing(words.text())) {
      scene.file().notComplained(heard instanceof Words closing ? closing.text() : "");
      scene.file().aside(true);
      return false;
    }
    new PlaceNotes(scene).fromSentence(words.text());
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    scene.file().settled();
    scene.talk().say(scene.sayings().ticket("ticket-opened-noted", ticket));
    scene.talk().say(scene.sayings().say("goodbye"));
    return true;
  }
}
