package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import cn.wuye.hotline.ivr.port.TicketStatus;
import java.util.List;
import java.util.Optional;

/** Whether she calls about what has a ticket already. An emergency is never asked. */
final class EarlierStep {
  private static final List<String> TROUBLES = List.of("complaint", "repair");

  private final Scene scene;

  EarlierStep(Scene scene) {
    this.scene = scene;
  }

  /** The earlier ticket, when she says that it is the same matter; only a yes is a yes. */
  Optional<TicketStatus> ask() {
    Intent intent = scene.file().intent();
    if (intent.emergency()
        || !TROUBLES.contains(intent.kind())
        || intent.subcategory().isEmpty()
        || intent.subcategory().equals("other")) {
      return Optional.empty();
    }
    return scene
        .office()
        .progress()
        .earlier(scene.incoming().caller(), scene.file().place(), intent)
        .filter(this::same);
  }

  private boolean same(TicketStatus ticket) {
    scene.file().noting(false);
    Question<Boolean> question =
        YesNo.ask(scene, scene.sayings().earlier(ticket))
            .then(scene.sayings().say("earlier-again"), YesNo.listening(scene));
    Answer<Boolean> answer = scene.talk().ask(question);
    scene.file().noting(true);
    if (!(answer instanceof Answer.Understood<Boolean> understood)) {
      return false;
    }
    // What she has denied, the machine must not put together by itself.
    scene
        .file()
        .link(understood.value() ? link(ticket) : new Link(LinkKind.OTHER_THAN, ticket.number()));
    return understood.value();
  }

  /** What is said of a ticket whose work is over is a new one, linked to it. */
  static Link link(TicketStatus ticket) {
    return new Link(ticket.stage().over() ? LinkKind.REPEATS : LinkKind.ADDS_TO, ticket.number());
  }

  /** Tells her where her words have gone. */
  void finish(TicketStatus earlier, OpenedTicket ticket) {
    scene.file().settled();
    String said = earlier.stage().over() ? "ticket-opened-repeat" : "ticket-added";
    scene.talk().say(scene.sayings().ticket(said, ticket));
    scene.talk().say(scene.sayings().say("goodbye"));
  }
}
