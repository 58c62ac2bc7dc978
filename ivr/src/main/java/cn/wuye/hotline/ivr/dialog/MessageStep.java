package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.Silence;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;

/** She says what she wants to say, as on an answering machine, and that becomes the ticket. */
final class MessageStep {
  private final Scene scene;

  MessageStep(Scene scene) {
    this.scene = scene.with(scene.talk().calm());
  }

  void run(String opening) {
    Heard heard = scene.talk().turn(scene.sayings().say(opening), Listening.message());
    if (heard instanceof Silence) {
      heard = scene.talk().turn(scene.sayings().say("record-message-again"), Listening.message());
    }
    if (heard instanceof Words words) {
      new PlaceNotes(scene).fromSentence(words.text());
    }
    if (scene.file().nothing()) {
      scene.talk().farewell(scene.sayings().say("goodbye-silent"));
      return;
    }
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    scene.file().settled();
    scene.talk().say(scene.sayings().ticket("ticket-opened-noted", ticket));
    scene.talk().say(scene.sayings().say("goodbye"));
  }
}
